using System.Globalization;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Intake;

namespace Husrum.Core.Volunteers.Rules;

/// <summary>The rules of the application form. Wrong and missing things come back at once, one problem a field, in the order of the form.</summary>
public static class ApplicationRules
{
    private const int LongestName = 100;
    private const int LongestText = 2_000;
    private const int YoungestEver = 15;

    /// <summary>What is wrong.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="organisation">Departments and functions.</param>
    /// <param name="today">Danish calendar day.</param>
    public static IReadOnlyList<FieldProblem> Problems(ApplicationForm form, Organisation organisation, DateOnly today) =>
        [.. All(form, organisation, today).DistinctBy(problem => problem.Field)];

    private static IEnumerable<FieldProblem> All(ApplicationForm form, Organisation organisation, DateOnly today) =>
    [
        .. organisation.Department(form.Department.Trim()) is null ? [new FieldProblem("department", "Vælg en afdeling.", "Please choose a department.")] : Array.Empty<FieldProblem>(),
        .. Name(form),
        .. Email.Read(form.Email) is { IsOk: false, Problem: { } mail } ? [FieldProblem.At("email", mail)] : Array.Empty<FieldProblem>(),
        .. form.Phone.Trim().Length > 0 && PhoneNumber.Read(form.Phone) is { IsOk: false, Problem: { } phone } ? [FieldProblem.At("phone", phone)] : Array.Empty<FieldProblem>(),
        .. Functions(form, organisation, today),
        .. Texts(form),
    ];

    private static IEnumerable<FieldProblem> Name(ApplicationForm form)
    {
        var name = TypedText.Plain(form.Name);
        if (!name.Any(char.IsLetter))
            yield return new("name", "Skriv dit navn.", "Please write your name.");
        else if (name.Length > LongestName)
            yield return new("name", $"Navnet er for langt (højst {LongestName} tegn).", $"The name is too long (at most {LongestName} characters).");
        else if (CprLike.IsIn(name))
            yield return FieldProblem.At("name", CprLike.Problem);
    }

    private static IEnumerable<FieldProblem> Functions(ApplicationForm form, Organisation organisation, DateOnly today)
    {
        var wished = form.Functions.Select(id => organisation.Volunteering?.Function(id)).ToList();
        if (wished.Count == 0 || wished.Any(f => f is null))
        {
            yield return new("functions", "Vælg mindst én ting, du gerne vil være med til.", "Please choose at least one thing you would like to take part in.");
            yield break;
        }

        var hasAgeRule = wished.Any(f => f!.MinimumAge > 0);
        if (form.BirthDate.Trim().Length == 0)
        {
            if (hasAgeRule)
                yield return new("birthDate", "Skriv din fødselsdato. Vi skal bruge den, fordi der er en aldersgrænse for noget af det, du har valgt.", "Please write your date of birth. We need it because something you chose has an age limit.");
            yield break;
        }

        if (!DateOnly.TryParseExact(form.BirthDate.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) || birth > today || AgeRule.AgeOn(birth, today) > 110)
            yield return new("birthDate", "Vi kan ikke læse datoen. Vælg den i kalenderen, eller skriv den som 1990-05-31.", "We cannot read the date. Pick it in the calendar, or write it like 1990-05-31.");
        else if (AgeRule.AgeOn(birth, today) < YoungestEver)
            yield return new("birthDate", "Du skal være fyldt 15 år for at være frivillig hos os.", "You must be 15 or older to volunteer with us.");
        else if (AgeRule.TooYoungFor(wished!, birth, today).FirstOrDefault() is { } tooYoung)
            yield return FieldProblem.At("functions", TooYoung(tooYoung));
    }

    private static Bilingual TooYoung(VolunteerFunction function) => new(
        $"Man skal som regel være fyldt {function.MinimumAge} for at være {function.Name.Danish}. Vælg noget andet, eller skriv til afdelingen, hvis du gerne vil tale om det.",
        $"You should normally be {function.MinimumAge} or older to volunteer as {function.Name.English}. Please choose something else, or write to the department if you would like to talk about it.");

    private static IEnumerable<FieldProblem> Texts(ApplicationForm form)
    {
        foreach (var (field, text) in new[] { ("languages", form.Languages), ("heardFrom", form.HeardFrom), ("motivation", form.Motivation) })
        {
            if (text.Length > LongestText)
                yield return new(field, $"Teksten er for lang (højst {LongestText} tegn).", $"The text is too long (at most {LongestText} characters).");
            else if (CprLike.IsIn(text))
                yield return FieldProblem.At(field, CprLike.Problem);
        }
    }
}
