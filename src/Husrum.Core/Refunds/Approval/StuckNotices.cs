using Husrum.Core.Calendar;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Approval;

/// <summary>Word to those who can get a stuck claim going: where and since when, never whose or how much (an operator sees no cases).</summary>
/// <param name="people">The staff.</param>
/// <param name="organisation">Names of departments.</param>
internal sealed class StuckNotices(RefundPeople people, Organisation organisation)
{
    /// <summary>Adds a message to each operator, and to each leader where the step says so; nobody gets two.</summary>
    public async Task AddAsync(RegisterBatch batch, ExpenseClaim claim, StuckStep stuck, string step, DateOnly date, DateTimeOffset since, DateTimeOffset now, DateTimeOffset? usefulUntil, CancellationToken cancellation)
    {
        var told = (await people.WithRoleAsync(StaffRole.Operator, cancellation)).Select(person => (Person: person, Page: RefundLinks.StaffPage)).ToList();
        if (stuck.TellsLeader)
            told.AddRange((await people.WithRoleAsync(StaffRole.Leader, cancellation)).Select(person => (person, RefundLinks.TasksPage)));
        foreach (var (person, page) in told.DistinctBy(t => t.Person.Person.Id))
        {
            var language = person.Person.Language;
            var fields = new Dictionary<string, string>
            {
                ["department"] = organisation.Department(claim.DepartmentId)?.Name ?? claim.DepartmentId,
                ["step"] = stuck.Words.In(language),
                ["since"] = DateWords.Long(WallTime.LocalDate(since), language),
                ["case"] = claim.Id,
            };
            Outbox.Add(batch, RefundNotices.To(claim, person, RefundMessages.Stuck, step + "-stuck", date, now, fields, ("page", new NoticeLink(page))) with { UsefulUntil = usefulUntil });
        }
    }
}

/// <summary>What a claim is stuck at.</summary>
/// <param name="Words">Continues "it …".</param>
/// <param name="TellsLeader">False where the leader is the one who does not answer.</param>
internal sealed record StuckStep(Bilingual Words, bool TellsLeader)
{
    public static StuckStep NobodyMayApprove { get; } = new(new("venter på en godkendelse, men der er ingen, der må godkende det", "is waiting for approval, but there is nobody who is allowed to approve it"), true);

    public static StuckStep NoAnswer { get; } = new(new("venter på en godkendelse, og ingen af de spurgte har svaret", "is waiting for approval, and none of those we asked has answered"), false);

    public static StuckStep NoSecondAnswer { get; } = new(new("venter på en godkendelse til, fordi beløbet er over grænsen", "is waiting for a second approval because the amount is above the limit"), false);

    public static StuckStep NotPaid { get; } = new(new("er godkendt, men ikke betalt", "is approved but not paid"), true);

    public static StuckStep NoTreasurer { get; } = new(new("er godkendt, men der er ingen kasserer til at betale det", "is approved, but there is no treasurer to pay it"), true);
}
