namespace Husrum.Core.People;

/// <summary>Who may be asked about a department's money, in turn.</summary>
/// <param name="staff">The staff.</param>
public sealed class Approvers(StaffDirectory staff)
{
    /// <summary>The chain for a department on a day, without the people excluded (the claimant, the payee, one who approved already).</summary>
    /// <param name="department">Department id.</param>
    /// <param name="today">The Danish calendar day; who is away that day comes after the others of the same step.</param>
    /// <param name="excluding">Person ids.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ApproverChain> ForAsync(string department, DateOnly today, IReadOnlyCollection<string> excluding, CancellationToken cancellation = default)
    {
        var steps = new Dictionary<StaffRole, List<Approver>> { [StaffRole.Coordinator] = [], [StaffRole.Deputy] = [], [StaffRole.Leader] = [] };
        await foreach (var (personId, member) in staff.AllAsync(cancellation))
        {
            if (!excluding.Contains(personId, StringComparer.Ordinal) && FirstStep(member, department) is { } role)
                steps[role].Add(new Approver(personId, role, member.Away?.Covers(today) ?? false));
        }

        return new ApproverChain(Sorted(steps[StaffRole.Coordinator]), Sorted(steps[StaffRole.Deputy]), Sorted(steps[StaffRole.Leader]));
    }

    private static StaffRole? FirstStep(StaffMember member, string department)
    {
        var here = member.Departments.Contains(department, StringComparer.Ordinal);
        return member.Roles.Contains(StaffRole.Coordinator) && here ? StaffRole.Coordinator
            : member.Roles.Contains(StaffRole.Deputy) && here ? StaffRole.Deputy
            : member.Roles.Contains(StaffRole.Leader) ? StaffRole.Leader
            : null;
    }

    private static List<Approver> Sorted(List<Approver> step) => [.. step.OrderBy(a => a.Away).ThenBy(a => a.PersonId, StringComparer.Ordinal)];
}

/// <summary>Who is asked first, second and last; each person once, at their first step. A step can be empty. Within a step those at work come before those away.</summary>
/// <param name="Coordinators">The department's coordinators.</param>
/// <param name="Deputies">The department's deputies.</param>
/// <param name="Leaders">The national leader (or leaders).</param>
public sealed record ApproverChain(IReadOnlyList<Approver> Coordinators, IReadOnlyList<Approver> Deputies, IReadOnlyList<Approver> Leaders)
{
    /// <summary>All, first step to last.</summary>
    public IEnumerable<Approver> InOrder => [.. Coordinators, .. Deputies, .. Leaders];
}

/// <summary>One who may be asked.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">In which role.</param>
/// <param name="Away">Away on the day asked about.</param>
public sealed record Approver(string PersonId, StaffRole Role, bool Away);
