using Husrum.Core.Calendar;
using Husrum.Core.Documents;
using Husrum.Core.People;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Functions.Clock;

namespace Husrum.Functions.Demo;

/// <summary>Plays what people would have done, through the services they would have done it with. Each step does nothing where it was done before.</summary>
internal sealed class DemoPlay(VirtualClock clock, ClaimIntake intake, IDocumentStore documents, ClaimWorklist worklist, ClaimDecisions decisions, ClaimStatus status, PaymentLists payments, PersonDirectory people, DateTimeOffset begins)
{
    /// <summary>Turns the clock to ten in the morning, so many days before the rehearsal begins.</summary>
    public Task DayAsync(int daysBefore) => clock.AdvanceToAsync(WallTime.ToUtc(WallTime.LocalDate(begins).AddDays(-daysBefore), new TimeOnly(10, 0)));

    /// <summary>Turns the clock to where the rehearsal begins.</summary>
    public Task BeginAsync() => clock.AdvanceToAsync(begins);

    /// <summary>Lets everything happen that follows from what somebody did.</summary>
    public async Task AfterAsync(Task done)
    {
        await done;
        await SettleAsync();
    }

    public async Task SendAsync(DemoClaim claim)
    {
        await DayAsync(claim.DaysBefore);
        if (claim.Receipt is not null)
            await documents.PutAsync(claim.Receipt);
        if (await SubmitAsync(claim) is IntakeResult.Invalid wrong)
            throw new InvalidOperationException($"The rehearsal's claim {claim.Word} does not keep the form's rules: {string.Join(", ", wrong.Problems.Select(problem => problem.Field))}.");
        await SettleAsync();
    }

    public async Task DecideAsync(string mailbox, DemoClaim claim, string decision, string reason = "", string amount = "")
    {
        var personId = await people.FindByEmailAsync(mailbox) ?? throw new InvalidOperationException("The rehearsal's people are not there.");
        var id = Ids.Claim(claim.SubmissionId);
        var path = (await worklist.ForAsync(personId)).FirstOrDefault(item => item.Claim.Id == id)?.DecidePath;
        if (path is null)
            return; // decided before
        await decisions.DecideAsync(TokenOf(path), new DecisionInput(decision, reason, amount));
        await SettleAsync();
    }

    public async Task WithdrawAsync(DemoClaim claim)
    {
        if (await SubmitAsync(claim) is IntakeResult.Accepted sent)
            await status.WithdrawAsync(TokenOf(sent.StatusPath));
        await SettleAsync();
    }

    public async Task<string?> ListAsync(string word)
    {
        var list = await payments.CreateAsync("demo-" + word, await TreasurerAsync());
        await SettleAsync();
        return list;
    }

    public async Task PayAsync(string? list)
    {
        if (list is not null)
            await payments.MarkPaidAsync(list, null, await TreasurerAsync());
        await SettleAsync();
    }

    private Task<IntakeResult> SubmitAsync(DemoClaim claim) => intake.SubmitAsync(claim.Form(WallTime.LocalDate(begins)));

    private Task<DateTimeOffset> SettleAsync() => clock.AdvanceToAsync(clock.Now);

    private async Task<string> TreasurerAsync() => await people.FindByEmailAsync(DemoPeople.Treasurer) ?? throw new InvalidOperationException("The rehearsal's people are not there.");

    private static string TokenOf(string path) => Uri.UnescapeDataString(path[(path.IndexOf("t=", StringComparison.Ordinal) + 2)..]);
}
