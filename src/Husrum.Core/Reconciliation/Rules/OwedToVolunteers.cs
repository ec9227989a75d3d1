using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What leave and the renewal of certificates owe, by their dates.</summary>
internal static class OwedToVolunteers
{
    /// <summary>A leave's end: reminders a month and a week before it and on the last day; then a word on how it ended (seed 000_bdc1a1e861ad6537: six months, then regarded as having stopped).</summary>
    public static IEnumerable<OwedMessage> OfLeave(VolunteerLeave leave, CaseLedger ledger)
    {
        if (ledger.Asked("leave-return") is { } asked)
        {
            foreach (var owed in OwedForQuestions.OnDays(ledger, asked, leave.Until.AddMonths(-1), leave.Until.AddDays(-7), leave.Until))
                yield return owed;
        }

        foreach (var (word, template) in new[] { ("back", "leave-welcome-back"), ("stop", "leave-stopped"), ("silent", "leave-stopped") })
        {
            foreach (var at in ledger.When(what => what == "leave-return:" + word))
                yield return new OwedMessage("leave-ended", at) { Template = template, PersonId = leave.PersonId };
        }
    }

    /// <summary>A leave of which nobody hears is over at 18 on its last day.</summary>
    public static IEnumerable<OwedQuestion> LeaveQuestions(VolunteerLeave leave) => [new OwedQuestion("leave-return", leave.Created)];

    /// <summary>A certificate's renewal: reminders a month before it runs out, and when it has, word to those in office and to the volunteer (rules-and-sources.md 2.1 and 3.1: 24 months, reminders at 2 months and 1 month).</summary>
    public static IEnumerable<OwedMessage> OfRenewal(CertificateRenewal renewal, CaseLedger ledger)
    {
        if (ledger.Asked("renewal-order") is { } asked)
        {
            foreach (var owed in OwedForQuestions.OnDays(ledger, asked, renewal.RenewBy.AddMonths(-1)))
                yield return owed;
        }

        var over = DanishHours.Utc(OwedForQuestions.Weekday(renewal.RenewBy, 1), new TimeOnly(9, 0));
        if (over < ClosedAt(renewal, ledger) && over > renewal.Created)
        {
            yield return new OwedMessage("certificate-overdue", over) { Template = "certificate-overdue" };
            yield return new OwedMessage("certificate-paused", over) { Template = "certificate-paused", PersonId = renewal.PersonId };
        }
    }

    /// <summary>Staff are asked to order it two months before it runs out.</summary>
    public static IEnumerable<OwedQuestion> RenewalQuestions(CertificateRenewal renewal, CaseLedger ledger)
    {
        var at = DanishHours.Utc(renewal.RenewBy.AddMonths(-2), new TimeOnly(9, 0));
        if (at < ClosedAt(renewal, ledger))
            yield return new OwedQuestion("renewal-order", at > renewal.Created ? at : renewal.Created);
    }

    // a case that is closed has been so since its last line
    private static DateTimeOffset ClosedAt(CertificateRenewal renewal, CaseLedger ledger) =>
        renewal.IsClosed ? ledger.LastLine ?? renewal.Created : DateTimeOffset.MaxValue;
}
