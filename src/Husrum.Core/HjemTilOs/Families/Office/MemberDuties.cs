using Husrum.Core.Calendar;
using Husrum.Core.Certificates;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Office;

/// <summary>Something a member of a household owes, or has done.</summary>
/// <param name="What">What, such as a course.</param>
/// <param name="State">How far it is.</param>
/// <param name="Note">When it was done, or what it waits for.</param>
public sealed record MemberDuty(Bilingual What, DutyState State, Bilingual Note);

/// <summary>How far something is.</summary>
public enum DutyState
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Owed now.</summary>
    Open,

    /// <summary>Owed from a birthday on that is still to come.</summary>
    Ahead,
}

/// <summary>What each member of a household has done, owes, and will owe, for staff. Of a certificate only that it was seen and when (rules-and-sources.md 2.1).</summary>
public static class MemberDuties
{
    /// <summary>One member's, in the order in which they are asked. Empty before the family is asked for anything.</summary>
    public static IReadOnlyList<MemberDuty> Of(FamilyMember member, FriendFamily family, OnlineCourse course, DateOnly today)
    {
        if (family.State is FamilyState.Received or FamilyState.Visiting || member.MovedOutOn is not null)
            return [];
        return
        [
            .. member.OwesCourse ? [Read(new("Kurset på nettet", "The online course"), member.Course)] : Array.Empty<MemberDuty>(),
            .. member.OwesRules ? [Read(new("Samværsreglerne", "The rules of being together"), member.Rules), Read(new("Spørgsmål og svar", "Questions and answers"), member.Questions), Read(new("Tavshedserklæringen", "The declaration of confidentiality"), member.Declaration)] : Array.Empty<MemberDuty>(),
            .. member.Certificates.Select(Certificate),
            .. family.IsClosed ? [] : FamilyNeeds.Ahead(member, course).Where(birthday => birthday.On > today).Select(birthday => Ahead(birthday.Age, birthday.On, course)),
        ];
    }

    private static MemberDuty Read(Bilingual what, TextRead? read) => read is null
        ? new(what, DutyState.Open, new("mangler", "missing"))
        : new(what, DutyState.Done, On(WallTime.LocalDate(read.At), $", version {read.Version}"));

    private static MemberDuty Certificate(CertificateNote note) => note switch
    {
        { Outcome: CertificateOutcome.Clean or CertificateOutcome.Accepted, AssessedOn: { } on } => new(Name(note), DutyState.Done, note.RenewBy is { } by
            ? new($"i orden {DateWords.Short(on, "da")}, fornyes senest {DateWords.Short(by, "da")}", $"in order {DateWords.Short(on, "en")}, to be renewed by {DateWords.Short(by, "en")}")
            : On(on, "")),
        { Outcome: not null } => new(Name(note), DutyState.Open, new("landslederen ser på den", "the national leader looks at it")),
        { OrderedOn: { } on, ConsentBy: { } by } => new(Name(note), DutyState.Open, new($"bestilt {DateWords.Short(on, "da")}, samtykke i Digital Post senest {DateWords.Short(by, "da")}", $"ordered {DateWords.Short(on, "en")}, consent in Digital Post by {DateWords.Short(by, "en")}")),
        _ => new(Name(note), DutyState.Open, new("skal bestilles", "to be ordered")),
    };

    private static MemberDuty Ahead(int age, DateOnly on, OnlineCourse course)
    {
        Bilingual[] what =
        [
            .. age == course.FromAge ? [new Bilingual("kurset på nettet", "the online course")] : Array.Empty<Bilingual>(),
            .. age == FamilyNeeds.CertificateAge ? [new Bilingual("børneattest og straffeattest", "both certificates")] : Array.Empty<Bilingual>(),
            .. age == HouseholdRule.AdultAge ? [new Bilingual("samværsregler og tavshedserklæring", "the rules and the declaration")] : Array.Empty<Bilingual>(),
        ];
        return new(
            new($"Fylder {age}", $"Turns {age}"),
            DutyState.Ahead,
            new($"{DateWords.Short(on, "da")}: så kommer {string.Join(", ", what.Select(w => w.Danish))}", $"{DateWords.Short(on, "en")}: then {string.Join(", ", what.Select(w => w.English))}"));
    }

    private static Bilingual Name(CertificateNote note) => CertificateWords.AtStart(note.Kind);

    private static Bilingual On(DateOnly day, string also) => new(DateWords.Short(day, "da") + also, DateWords.Short(day, "en") + also);
}
