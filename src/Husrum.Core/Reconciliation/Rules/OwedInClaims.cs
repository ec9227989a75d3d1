using System.Globalization;
using Husrum.Core.Refunds;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What an expense claim owes: the receipt for it, every decision, the money's going, reminders to those who decide and pay.</summary>
internal static class OwedInClaims
{
    private const int WeekdaysToPay = 5;

    // what is decided or done is told the claimant, then
    private static readonly (string Word, string Template)[] Told =
        [("approved", "refund-approved"), ("rejected", "refund-rejected"), ("lapsed", "refund-lapsed"), ("paid", "refund-paid"), ("taken-back", "refund-taken-back")];

    /// <summary>The messages.</summary>
    public static IEnumerable<OwedMessage> Of(ExpenseClaim claim, CaseLedger ledger)
    {
        yield return new OwedMessage("received", claim.Created) { Step = "received", PersonId = claim.ClaimantId, AnyLater = true };
        foreach (var (word, template) in Told)
        {
            foreach (var at in ledger.When(what => what == word))
                yield return new OwedMessage(word, at) { Template = template, PersonId = claim.ClaimantId };
        }

        foreach (var owed in OwedForQuestions.OnWeekdays(ledger, question => question.StartsWith("refund-", StringComparison.Ordinal), 3, 7))
            yield return owed;
        if (claim.PayableSince is not { } since)
            yield break;
        for (var number = 1; ; number++)
        {
            var at = DanishHours.Utc(OwedForQuestions.Weekday(DanishHours.Day(since), number * WeekdaysToPay), new TimeOnly(9, 0));
            if (at >= (claim.PaidAt ?? ledger.Now))
                yield break;
            yield return new OwedMessage("pay-reminder", at) { Step = string.Create(CultureInfo.InvariantCulture, $"pay-{claim.PaymentRound}-moment-{number}") };
        }
    }

    /// <summary>The question a claim waits for in its state; null where it waits for none.</summary>
    public static string? WaitsFor(ExpenseClaim claim) => claim.State switch
    {
        ClaimState.Received or ClaimState.AwaitingApproval => "refund-approve",
        ClaimState.AwaitingSecondApproval => "refund-second",
        ClaimState.Returned => "refund-complete",
        _ => null,
    };
}
