using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What those are owed who are on their way in, beside their questions: what was agreed, the evening before it, and what became of it, at the moment it was decided (docs/frivillige-regler.md V1, V4, V5, V10; docs/hjem-til-os-regler.md F3, R5, M3).</summary>
internal static class OwedOnTheWayIn
{
    private static readonly TimeOnly Evening = new(17, 0);

    /// <summary>An applicant: the conversation's time and a word the evening before, the intro course, welcome or no.</summary>
    public static IEnumerable<OwedMessage> OfApplication(VolunteerApplication application, CaseLedger ledger)
    {
        var applicant = application.PersonId;
        foreach (var owed in Told(ledger, applicant, ("volunteer-book:booked", "volunteer-booked"), ("volunteer-course:chosen", "volunteer-course-booked"), ("volunteer-approve:approve", "volunteer-welcome"), (":reject", "volunteer-rejected")))
            yield return owed;
        if (application.Conversation.Booked is { } talk && TalkReminder(talk, ledger) is { } reminder)
            yield return new OwedMessage("talk-tomorrow", reminder) { Template = "volunteer-talk-tomorrow", PersonId = applicant };
    }

    /// <summary>A friend family: the visit's time, welcome or no.</summary>
    public static IEnumerable<OwedMessage> OfFamily(FriendFamily family, CaseLedger ledger) =>
        Told(ledger, family.PersonId, ("family-book:booked", "family-booked"), ("family-approve:approve", "family-welcome"), (":reject", "family-rejected"));

    /// <summary>A child's side: that everything is there and they are on the waiting list, on the day on which that was so last. Whoever refuses: the department hears at once.</summary>
    public static IEnumerable<OwedMessage> OfReferral(Referral referral, CaseLedger ledger)
    {
        foreach (var at in ledger.When(word => word.StartsWith("referral-consent--", StringComparison.Ordinal) && word.EndsWith(":no", StringComparison.Ordinal)))
            yield return new OwedMessage("consent-refused", at) { Template = "referral-no" };
        if (referral is not { State: ReferralState.Ready or ReferralState.Finished, ReadyOn: { } day })
            yield break;
        foreach (var party in referral.Parties.Where(party => party.Side == Referral.ChildSide))
            yield return new OwedMessage("waiting-list", DanishHours.Utc(day, TimeOnly.MinValue)) { Template = "referral-ready-parents", PersonId = party.PersonId, AnyLater = true };
    }

    /// <summary>Both sides of a proposal that fits both: when they meet first.</summary>
    public static IEnumerable<OwedMessage> OfMatch(FamilyMatch match, CaseLedger ledger)
    {
        foreach (var (at, party) in ledger.When(word => word == "hto-match-time--family:fits").SelectMany(at => match.Side(Sides.Child).Concat(match.Side(Sides.Family)).Select(party => (at, party))))
            yield return new OwedMessage("first-meeting", at) { Template = "hto-match-booked", PersonId = party.PersonId };
    }

    // none where the time was chosen after that evening; and where anything but a reminder happened in between, it may not have stood
    private static DateTimeOffset? TalkReminder(DateTimeOffset talk, CaseLedger ledger)
    {
        var reminder = DanishHours.Utc(DanishHours.Day(talk).AddDays(-1), Evening);
        var chosen = ledger.When(word => word == "volunteer-book:booked").DefaultIfEmpty(DateTimeOffset.MaxValue).Max();
        return chosen < reminder && !ledger.Timeline.Any(line => line.At > chosen && line.At <= reminder && line.What != "reminded") ? reminder : null;
    }

    // by what the timeline says was decided; an applicant has one case, so each word is theirs
    private static IEnumerable<OwedMessage> Told(CaseLedger ledger, string personId, params (string Word, string Template)[] rows) =>
        from row in rows
        from at in ledger.When(word => word == row.Word || (row.Word[0] == ':' && word.EndsWith(row.Word, StringComparison.Ordinal)))
        select new OwedMessage(row.Template, at) { Template = row.Template, PersonId = personId };
}
