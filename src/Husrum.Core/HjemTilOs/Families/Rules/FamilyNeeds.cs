using Husrum.Core.Certificates;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Families.Rules;

/// <summary>
/// What the people of a household owe by their age (rules-and-sources.md 1.7, F4 and F5; seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c).
/// Børneattest and straffeattest: "alle over 15 år", read as from the 15th birthday, which is how the law counts (rules-and-sources.md 1.13 no. 2).
/// The online course: the adults and "alle i familien over 12 år", read as from the 13th birthday: one who is 12 is not over 12. The owner may set another age.
/// The rules and the declaration: everybody from 18.
/// </summary>
public static class FamilyNeeds
{
    /// <summary>The age from which certificates are asked for.</summary>
    public const int CertificateAge = 15;

    /// <summary>The member with everything they owe on a day; what they owed already stays as it is.</summary>
    public static FamilyMember On(FamilyMember member, OnlineCourse course, DateOnly day)
    {
        var age = AgeRule.AgeOn(member.BirthDate, day);
        return member with
        {
            OwesCourse = member.OwesCourse || age >= course.FromAge,
            OwesRules = member.OwesRules || age >= HouseholdRule.AdultAge,
            Certificates = member.Certificates.Count == 0 && age >= CertificateAge ? [new(CertificateKind.Children), new(CertificateKind.Criminal)] : member.Certificates,
        };
    }

    /// <summary>The birthdays on which a member will owe something they do not owe yet, ascending.</summary>
    public static IEnumerable<(int Age, DateOnly On)> Ahead(FamilyMember member, OnlineCourse course)
    {
        if (!member.OwesCourse)
            yield return (course.FromAge, Birthday(member.BirthDate, course.FromAge));
        if (member.Certificates.Count == 0 && course.FromAge != CertificateAge)
            yield return (CertificateAge, Birthday(member.BirthDate, CertificateAge));
        if (!member.OwesRules && course.FromAge != HouseholdRule.AdultAge)
            yield return (HouseholdRule.AdultAge, Birthday(member.BirthDate, HouseholdRule.AdultAge));
    }

    /// <summary>The day on which one is so many years old. One who was born on 29 February turns a year older on 1 March in common years, as in <see cref="AgeRule"/>.</summary>
    public static DateOnly Birthday(DateOnly birthDate, int age) =>
        birthDate is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(birthDate.Year + age) ? new DateOnly(birthDate.Year + age, 3, 1) : new DateOnly(birthDate.Year + age, birthDate.Month, birthDate.Day);

    /// <summary>True where a member owes nothing any more. One who has moved out owes nothing.</summary>
    public static bool IsSettled(FamilyMember member) =>
        member.MovedOutOn is not null
        || ((!member.OwesCourse || member.Course is not null)
            && (!member.OwesRules || member is { Rules: not null, Questions: not null, Declaration: not null })
            && member.Certificates.All(CertificateRules.IsSettled));
}
