using System.Globalization;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Intake;

/// <summary>The rules of the family's form. Wrong and missing things come back at once, one problem a field, in the order of the form.</summary>
public static class FamilyFormRules
{
    private const int LongestText = 2_000;

    /// <summary>What is wrong.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="organisation">Its departments.</param>
    /// <param name="today">Danish calendar day.</param>
    public static IReadOnlyList<FieldProblem> Problems(FamilyForm form, Organisation organisation, DateOnly today) =>
        [.. All(form, organisation, today).DistinctBy(problem => problem.Field)];

    /// <summary>The department a form is for: the only one there is where it names none.</summary>
    public static string? DepartmentOf(string typed, Organisation organisation) => organisation.HjemTilOs?.Departments switch
    {
        null => null,
        [var only] when typed.Trim().Length == 0 => only,
        var several => several.Contains(typed.Trim(), StringComparer.Ordinal) ? typed.Trim() : null,
    };

    private static IEnumerable<FieldProblem> All(FamilyForm form, Organisation organisation, DateOnly today) =>
    [
        .. DepartmentOf(form.Department, organisation) is null ? [new FieldProblem("department", "Vælg et område.", "Please choose an area.")] : Array.Empty<FieldProblem>(),
        .. Household(form, today),
        .. form.Phone.Trim().Length > 0 && PhoneNumber.Read(form.Phone) is { IsOk: false, Problem: { } phone } ? [FieldProblem.At("phone", phone)] : Array.Empty<FieldProblem>(),
        .. AddressRules.Problems(form.Street, form.Postcode, form.Town),
        .. form.Weekdays.Count == 0 || form.Weekdays.Any(day => Weekday(day) is null) ? [new FieldProblem("weekdays", "Vælg mindst én dag.", "Please choose at least one day.")] : Array.Empty<FieldProblem>(),
        .. Ages(form),
        .. form.Languages.Count == 0 || form.Languages.Any(word => word is not ("da" or "en")) ? [new FieldProblem("languages", "Vælg dansk eller engelsk, eller begge.", "Please choose Danish or English, or both.")] : Array.Empty<FieldProblem>(),
        .. TextRules.Problems(LongestText, ("otherLanguages", form.OtherLanguages), ("competences", form.Competences), ("home", form.Home), ("motivation", form.Motivation)),
        .. form.WholeFamily ? Array.Empty<FieldProblem>() : [new FieldProblem("wholeFamily", "Tal med alle i familien først, også børnene. Sæt kryds, når alle synes, det er en god idé.", "Please talk with everybody in the family first, the children too. Tick the box when everybody likes the idea.")],
    ];

    private static List<FieldProblem> Household(FamilyForm form, DateOnly today)
    {
        var problems = form.Members.SelectMany((member, index) => MemberReading.Problems(member, $"members[{index}].", today)).ToList();
        if (form.Members.Count == 0 || form.Members[0].Email.Trim().Length == 0)
            problems.Add(new("members[0].email", "Skriv din mailadresse.", "Please write your e-mail address."));
        if (form.Members.Count > 0 && form.Members[0].Role == "child")
            problems.Add(new("members[0].role", "Den, der søger, skal være en af de voksne.", "The person who applies must be one of the adults."));
        foreach (var (member, index) in form.Members.Select((member, index) => (member, index)).Where(pair => pair.member.Email.Trim().Length > 0))
        {
            if (form.Members.Take(index).Any(other => string.Equals(other.Email.Trim(), member.Email.Trim(), StringComparison.OrdinalIgnoreCase)))
                problems.Add(new($"members[{index}].email", "Den adresse står her allerede. Lad feltet være tomt, hvis I deler den.", "That address is already on the list. Leave the field empty if you share it."));
        }

        if (problems.Count == 0 && !HouseholdRule.Fits(Read(form), today))
            problems.Add(new("members", "En venskabsfamilie er to voksne, med eller uden børn, eller én voksen med mindst ét hjemmeboende barn. Skriv alle, der bor hos jer.", "A friend family is two adults, with or without children, or one adult with at least one child living at home. Please write everybody who lives with you."));
        return problems;
    }

    private static IEnumerable<FieldProblem> Ages(FamilyForm form)
    {
        if (Age(form.YoungestAge, FamilyAges.Youngest) is not { } youngest)
            yield return new("youngestAge", $"Skriv en alder fra {FamilyAges.Youngest} til {FamilyAges.Oldest}.", $"Please write an age from {FamilyAges.Youngest} to {FamilyAges.Oldest}.");
        else if (Age(form.OldestAge, FamilyAges.Oldest) is not { } oldest || oldest < youngest)
            yield return new("oldestAge", $"Skriv en alder fra {youngest} til {FamilyAges.Oldest}.", $"Please write an age from {youngest} to {FamilyAges.Oldest}.");
    }

    /// <summary>The people of a household whose form has no problems, the one who applies first.</summary>
    internal static IReadOnlyList<FamilyMember> Read(FamilyForm form) =>
        [.. form.Members.Select((member, index) => (Read: MemberReading.Read(member, form.Language), index)).Select(m => new FamilyMember($"member-{m.index + 1}", m.Read.Name, m.Read.BirthDate, m.Read.Role))];

    /// <summary>A day, or null.</summary>
    internal static DayOfWeek? Weekday(string word) => Enum.TryParse<DayOfWeek>(word, ignoreCase: false, out var day) && word.Any(char.IsLetter) ? day : null;

    /// <summary>An age as typed; the given one where nothing was; null where it is none.</summary>
    internal static int? Age(string typed, int otherwise) =>
        typed.Trim().Length == 0 ? otherwise
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= FamilyAges.Youngest and <= FamilyAges.Oldest ? age
        : null;
}

/// <summary>The ages of children there are in Hjem til Os: 4-13, and 14-17 by wish and need (rules-and-sources.md 1.7, E1 and E2).</summary>
public static class FamilyAges
{
    /// <summary>The youngest.</summary>
    public const int Youngest = 4;

    /// <summary>The oldest of the ordinary ones.</summary>
    public const int OldestOrdinary = 13;

    /// <summary>The oldest.</summary>
    public const int Oldest = 17;
}
