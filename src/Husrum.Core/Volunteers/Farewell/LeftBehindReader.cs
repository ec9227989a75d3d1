using Husrum.Core.Cases;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>Finds what a volunteer who stops leaves behind, so that whoever takes over need not guess (seed 000_bdc1a1e861ad6537: activities are planned ahead).</summary>
public sealed class LeftBehindReader
{
    private readonly CaseProcesses _processes;
    private readonly CaseServices _services;

    internal LeftBehindReader(CaseProcesses processes, CaseServices services) => (_processes, _services) = (processes, services);

    /// <summary>Open cases of other programmes in which they are, and their offices.</summary>
    public async Task<IReadOnlyList<LeftBehind>> OfAsync(string personId, CancellationToken cancellation = default)
    {
        var left = new List<LeftBehind>();
        await foreach (var place in _services.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (LeftBehind.Processes.Contains(place.Value.Process) && await _processes[place.Value.Process].StoryAsync(place.Value.CaseId, personId, cancellation) is { IsClosed: false })
                left.Add(new LeftBehind(place.Value.Process, place.Value.CaseId));
        }

        if (await _services.Staff.GetAsync(personId, cancellation) is { Value.Roles: var roles })
            left.AddRange(roles.Order().Select(LeftBehind.Office));
        return left;
    }
}
