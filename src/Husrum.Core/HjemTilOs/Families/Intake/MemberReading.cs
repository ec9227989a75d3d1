using System.Globalization;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Families.Intake;

/// <summary>Reads somebody in a household.</summary>
internal static class MemberReading
{
    private const int LongestName = 100;
    private const int OldestEver = 110;

    /// <summary>What is wrong; the fields' names begin with a prefix.</summary>
    public static IEnumerable<FieldProblem> Problems(MemberForm form, string prefix, DateOnly today)
    {
        var name = TypedText.Plain(form.Name);
        if (!name.Any(char.IsLetter))
            yield return new(prefix + "name", "Skriv navnet.", "Please write the name.");
        else if (name.Length > LongestName)
            yield return new(prefix + "name", $"Navnet er for langt (højst {LongestName} tegn).", $"The name is too long (at most {LongestName} characters).");
        else if (CprLike.IsIn(name))
            yield return FieldProblem.At(prefix + "name", CprLike.Problem);
        var born = Date(form.BirthDate);
        if (CprLike.IsIn(form.BirthDate))
            yield return FieldProblem.At(prefix + "birthDate", CprLike.Problem);
        else if (born is null || born > today || AgeRule.AgeOn(born.Value, today) > OldestEver)
            yield return new(prefix + "birthDate", "Skriv fødselsdatoen, for eksempel 2012-05-31. Ikke CPR-nummeret.", "Please write the date of birth, for example 2012-05-31. Not the CPR number.");
        if (form.Role is not ("adult" or "child"))
            yield return new(prefix + "role", "Vælg, om det er en voksen eller et barn i familien.", "Please choose whether this is an adult or a child of the family.");
        else if (form.Role == "adult" && born is { } date && date <= today && AgeRule.AgeOn(date, today) < HouseholdRule.AdultAge)
            yield return new(prefix + "role", $"En voksen er fyldt {HouseholdRule.AdultAge}. Vælg barn, eller ret fødselsdatoen.", $"An adult is {HouseholdRule.AdultAge} or older. Please choose child, or correct the date of birth.");
        if (form.Email.Trim().Length > 0 && Formats.Email.Read(form.Email) is { IsOk: false, Problem: { } problem })
            yield return FieldProblem.At(prefix + "email", problem);
    }

    /// <summary>One who stands in the family already under another address.</summary>
    public static IEnumerable<FieldProblem> Twice(MemberForm form, FriendFamily family)
    {
        var name = TypedText.Plain(form.Name);
        if (family.AtHome.Any(member => member.Name == name && member.BirthDate != Date(form.BirthDate)))
            yield return new("name", "Der står allerede en med det navn i familien. Skriv også et mellemnavn.", "Somebody with that name is already in the family. Please add a middle name.");
    }

    /// <summary>One whose form has no problems.</summary>
    public static ReadMember Read(MemberForm form, string language) => new(
        TypedText.Plain(form.Name),
        Date(form.BirthDate)!.Value,
        form.Role == "adult" ? FamilyRole.Adult : FamilyRole.Child,
        form.Email.Trim().Length > 0 ? Formats.Email.Read(form.Email).Value.Value : null,
        Language.Languages.Of(form.Language.Length > 0 ? form.Language : language));

    /// <summary>A date as typed, or null.</summary>
    public static DateOnly? Date(string typed) => DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
