using System.Globalization;
using Husrum.Core.Certificates;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.Organisations;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What is owed for the household of an approved friend family, by its birthdays and the dates of its certificates (docs/hjem-til-os-regler.md F4 and F5; rules-and-sources.md 2.1: 24 months, asked for at 2 months).</summary>
internal static class OwedInFamilies
{
    private const int CertificateAge = 15;
    private const int AdultAge = 18;
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Whoever turns so old that they owe something: the family and its department hear of it that morning. A certificate that has run out before there was a new one: the department hears of it on the next weekday.</summary>
    public static IEnumerable<OwedMessage> Messages(FriendFamily family, CaseLedger ledger, Organisation organisation)
    {
        if (family.ApprovedOn is not { } approved)
            yield break;
        foreach (var member in family.Members)
        {
            foreach (var age in new[] { organisation.HjemTilOs?.Learning.FromAge ?? CertificateAge, CertificateAge, AdultAge }.Distinct())
            {
                var day = Birthday(member.BirthDate, age);
                if (day <= approved || day <= member.MovedInOn || day >= member.MovedOutOn || DanishHours.Utc(day, Morning) >= ClosedAt(family, ledger))
                    continue;
                var step = string.Create(CultureInfo.InvariantCulture, $"{member.Id}-turns-{age}");
                yield return new OwedMessage("family-birthday", DanishHours.Utc(day, Morning)) { Step = step, Template = "family-owes", PersonId = family.PersonId };
                yield return new OwedMessage("family-birthday", DanishHours.Utc(day, Morning)) { Step = step, Template = "family-owes-staff" };
            }

            foreach (var note in member.Certificates)
            {
                if (member.MovedOutOn is null && note.HoldsUntil is { } last && DanishHours.Utc(OwedForQuestions.Weekday(last, 1), Morning) is var over && over < ClosedAt(family, ledger))
                    yield return new OwedMessage("family-certificate-overdue", over) { Step = string.Create(CultureInfo.InvariantCulture, $"{member.Id}-{CertificateWords.Slug(note.Kind)}-run-out-{last:yyyy-MM-dd}"), Template = "family-run-out" };
            }
        }
    }

    /// <summary>Staff are asked to order each certificate anew two months before it runs out.</summary>
    public static IEnumerable<OwedQuestion> Questions(FriendFamily family, CaseLedger ledger) =>
        from member in family.Members.Select((member, index) => (Who: member, Number: index + 1))
        where family.ApprovedOn is not null && member.Who.MovedOutOn is null
        from note in member.Who.Certificates
        let last = note.HoldsUntil ?? note.RenewBy
        where last is not null
        let at = DanishHours.Utc(last.Value.AddMonths(-2), Morning)
        where at < ClosedAt(family, ledger)
        select new OwedQuestion(string.Create(CultureInfo.InvariantCulture, $"family-{member.Number}-{CertificateWords.Slug(note.Kind)}-order"), at) { NotBefore = DanishHours.Utc(last.Value.AddMonths(-3), Morning) };

    // who was born on 29 February turns a year older on 1 March in common years
    private static DateOnly Birthday(DateOnly born, int age)
    {
        var day = born.AddYears(age);
        return day.Day == born.Day ? day : day.AddDays(1);
    }

    // a case that is closed has been so since its last line
    private static DateTimeOffset ClosedAt(FriendFamily family, CaseLedger ledger) => family.IsClosed ? ledger.LastLine ?? family.Created : DateTimeOffset.MaxValue;
}
