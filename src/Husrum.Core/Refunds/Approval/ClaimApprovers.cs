using Husrum.Core.Calendar;
using Husrum.Core.Language;
using Husrum.Core.People;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Approval;

/// <summary>Who may approve a claim.</summary>
/// <param name="approvers">The department's chain.</param>
/// <param name="people">How they are reached.</param>
/// <param name="staff">Whether they still have the role.</param>
/// <param name="register">Accounts.</param>
/// <param name="time">Who is away today.</param>
internal sealed class ClaimApprovers(Approvers approvers, PersonDirectory people, StaffDirectory staff, IRegister register, TimeProvider time)
{
    private const int Steps = 3;

    /// <summary>
    /// Who is asked, step by step: coordinators, deputies, leaders; for a second approval the department's coordinators and deputies together, then leaders.
    /// Nobody whom <see cref="ApproverGuard"/> excludes. Those away are left out as long as anyone is at work.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<Reachable>>> ChainAsync(ExpenseClaim claim, bool second, CancellationToken cancellation)
    {
        var chain = await approvers.ForAsync(claim.DepartmentId, WallTime.LocalDate(time.GetUtcNow()), Excluded(claim, second), cancellation);
        var allowed = new List<(int Step, Reachable Person, bool Away)>();
        foreach (var approver in chain.InOrder)
        {
            if (await people.ReachAsync(approver.PersonId, cancellation) is { Email: not null } person && await GuardAsync(claim, person, cancellation) is null)
                allowed.Add((StepOf(approver.Role, second), person, approver.Away));
        }

        if (allowed.Any(a => !a.Away))
            allowed.RemoveAll(a => a.Away);
        return [.. Enumerable.Range(0, Steps).Select(step => (IReadOnlyList<Reachable>)[.. allowed.Where(a => a.Step == step).Select(a => a.Person)])];
    }

    /// <summary>Why a person may not decide now, although they were asked once; null where they may.</summary>
    public async Task<Bilingual?> ProblemAsync(ExpenseClaim claim, bool second, string personId, CancellationToken cancellation)
    {
        if (second && SecondApproval.Problem(claim.FirstApproverId, personId) is { } same)
            return same;
        if (!await HasOfficeAsync(claim, personId, cancellation) || await people.ReachAsync(personId, cancellation) is not { } person)
            return new("Du har ikke længere en rolle, hvor du godkender udlæg i denne afdeling.", "You no longer have a role in which you approve claims of this department.");
        return await GuardAsync(claim, person, cancellation);
    }

    /// <summary>True where the person approves claims of this department today; one who has left sees no claims by an old link.</summary>
    public async Task<bool> HasOfficeAsync(ExpenseClaim claim, string personId, CancellationToken cancellation) =>
        await staff.GetAsync(personId, cancellation) is { } member && HasOffice(member.Value, claim.DepartmentId);

    private async Task<Bilingual?> GuardAsync(ExpenseClaim claim, Reachable person, CancellationToken cancellation)
    {
        var account = await register.GetAsync<PayoutAccount>(Partitions.Person(person.Person.Id), PayoutAccount.Row, cancellation);
        return ApproverGuard.Problem(claim, person, account?.Value);
    }

    private static string[] Excluded(ExpenseClaim claim, bool second) =>
        second && claim.FirstApproverId is { } first ? [claim.ClaimantId, first] : [claim.ClaimantId];

    private static int StepOf(StaffRole role, bool second) => role switch
    {
        StaffRole.Coordinator => 0,
        StaffRole.Deputy => second ? 0 : 1,
        _ => 2,
    };

    private static bool HasOffice(StaffMember member, string departmentId) =>
        member.Roles.Contains(StaffRole.Leader)
        || ((member.Roles.Contains(StaffRole.Coordinator) || member.Roles.Contains(StaffRole.Deputy)) && member.Departments.Contains(departmentId, StringComparer.Ordinal));
}
