using System.Globalization;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.People;

namespace Husrum.Functions.Pages.Staff;

/// <summary>A staff member as typed.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="Roles">Ticked roles.</param>
/// <param name="Departments">Ticked departments, by id.</param>
/// <param name="AwayFrom">First day away, ISO, or empty.</param>
/// <param name="AwayUntil">Last day away, ISO, or empty.</param>
public sealed record StaffForm(string Name, string Email, string Language, IReadOnlyList<StaffRole> Roles, IReadOnlyList<string> Departments, string AwayFrom, string AwayUntil)
{
    /// <summary>An empty one.</summary>
    public static StaffForm Empty { get; } = new("", "", "da", [], [], "", "");

    internal static StaffForm Read(IFormCollection form) => new(
        form["name"].ToString().Trim(),
        form["email"].ToString().Trim(),
        form["language"] == "en" ? "en" : "da",
        [.. form["roles"].Select(word => Enum.TryParse<StaffRole>(word, out var role) && Enum.IsDefined(role) ? role : (StaffRole?)null).OfType<StaffRole>().Distinct()],
        [.. form["departments"].OfType<string>().Distinct(StringComparer.Ordinal)],
        form["awayFrom"].ToString(),
        form["awayUntil"].ToString());

    internal static StaffForm Of(Reachable who, StaffMember member) => new(
        who.Person.Name, who.Email ?? "", who.Person.Language, member.Roles, member.Departments, Iso(member.Away?.From), Iso(member.Away?.Until));

    /// <summary>The absence typed; null for none.</summary>
    internal Away? Away => Day(AwayFrom) is { } from && Day(AwayUntil) is { } until ? new Away(from, until) : null;

    /// <summary>What is to be mended.</summary>
    internal IReadOnlyList<FieldProblem> Check(Organisation organisation)
    {
        var problems = new List<FieldProblem>();
        if (Name.Length is < 2 or > 100)
            problems.Add(new("name", "Skriv navnet (2 til 100 tegn).", "Please write the name (2 to 100 characters)."));
        else if (Husrum.Core.Formats.CprLike.IsIn(Name))
            problems.Add(FieldProblem.At("name", Husrum.Core.Formats.CprLike.Problem));
        if (Husrum.Core.Formats.Email.Read(Email) is { IsOk: false } email)
            problems.Add(FieldProblem.At("email", email.Problem));
        if (Roles.Count == 0)
            problems.Add(new("roles", "Vælg mindst én rolle.", "Choose at least one role."));
        if (Departments.Any(id => organisation.Department(id) is null))
            problems.Add(new("departments", "En af afdelingerne findes ikke.", "One of the departments does not exist."));
        else if (Departments.Count == 0 && Roles.Any(role => role is StaffRole.Coordinator or StaffRole.Deputy))
            problems.Add(new("departments", "En koordinator eller stedfortræder hører til mindst én afdeling.", "A coordinator or deputy belongs to at least one department."));
        if (AwayFrom.Length + AwayUntil.Length > 0 && (Away is null || Away.Until < Away.From))
            problems.Add(new("awayUntil", "Skriv både den første og den sidste fraværsdag. Den sidste kan ikke ligge før den første.", "Please give both the first and the last day of absence. The last cannot be before the first."));
        return problems;
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
