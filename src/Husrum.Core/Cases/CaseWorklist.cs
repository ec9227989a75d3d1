using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>Open cases for a staff member: of their departments; leaders see all, one who is operator or treasurer only sees none.</summary>
public sealed class CaseWorklist
{
    private readonly IRegister _register;
    private readonly StaffDirectory _staff;
    private readonly CaseProcesses _processes;

    internal CaseWorklist(IRegister register, StaffDirectory staff, CaseProcesses processes) => (_register, _staff, _processes) = (register, staff, processes);

    /// <summary>The cases, late ones first, then longest waiting first; empty for one who is no staff.</summary>
    public async Task<IReadOnlyList<CaseWork>> ForAsync(string personId, CancellationToken cancellation = default)
    {
        if (await _staff.GetAsync(personId, cancellation) is not { Value: var member })
            return [];
        var work = new List<CaseWork>();
        await foreach (var place in _register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (await _processes[place.Value.Process].WorkAsync(place.Value.CaseId, personId, cancellation) is { } @case && member.LooksAfter(@case.DepartmentId))
                work.Add(@case);
        }

        return [.. work.OrderByDescending(w => w.IsLate).ThenBy(w => w.Since).ThenBy(w => w.CaseId, StringComparer.Ordinal)];
    }
}
