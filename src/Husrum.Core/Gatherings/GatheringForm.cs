using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.People;

namespace Husrum.Core.Gatherings;

/// <summary>A gathering as staff typed it.</summary>
public sealed record GatheringForm
{
    /// <summary>Made with the empty form: the same form sent twice is one gathering.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>A department's id, or <see cref="Gathering.AllDepartments"/>.</summary>
    public string Department { get; init; } = "";

    /// <summary>A word of <see cref="GatheringKind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>See <see cref="IGatheringAudience.Name"/>.</summary>
    public string Audience { get; init; } = ActiveVolunteers.AudienceName;

    /// <summary>ISO date.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time.</summary>
    public string From { get; init; } = "";

    /// <summary>Local time.</summary>
    public string Until { get; init; } = "";

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>What else.</summary>
    public string Note { get; init; } = "";

    /// <summary>Ids of functions.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];
}

/// <summary>Reads what staff typed.</summary>
internal static class GatheringReading
{
    private const int LongestPlace = 200;
    private const int LongestNote = 2_000;
    private const int YearsAhead = 2;

    /// <summary>When it is; or what is wrong with that.</summary>
    public static (DateTimeOffset Starts, DateTimeOffset Ends) When(GatheringForm form, DateTimeOffset now, List<FieldProblem> problems)
    {
        var before = problems.Count;
        if (!DateOnly.TryParseExact(form.Date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            problems.Add(new("date", "Vælg en dato.", "Please pick a date."));
        var from = Time("from", form.From, problems);
        var until = Time("until", form.Until, problems);
        if (problems.Count == before && until <= from)
            problems.Add(new("until", "Mødet skal slutte, efter at det er begyndt.", "The meeting must end after it begins."));
        if (problems.Count > before)
            return default;
        var (starts, ends) = (WallTime.ToUtc(date, from), WallTime.ToUtc(date, until));
        if (starts <= now)
            problems.Add(new("date", "Tiden er gået. Vælg en senere tid.", "That time has passed. Please pick a later one."));
        else if (date > WallTime.LocalDate(now).AddYears(YearsAhead))
            problems.Add(new("date", "Det er mere end to år ude i fremtiden. Er datoen rigtig?", "That is more than two years ahead. Is the date right?"));
        return (starts, ends);
    }

    /// <summary>Where, and what else; or what is wrong with that.</summary>
    public static void Texts(GatheringForm form, List<FieldProblem> problems)
    {
        if (TypedText.Plain(form.Place) is { Length: 0 or > LongestPlace })
            problems.Add(new("place", "Skriv, hvor I mødes (højst 200 tegn).", "Please write where you meet (at most 200 characters)."));
        else if (CprLike.IsIn(form.Place))
            problems.Add(FieldProblem.At("place", CprLike.Problem));
        if (form.Note.Length > LongestNote)
            problems.Add(new("note", "Teksten er for lang (højst 2000 tegn).", "The text is too long (at most 2000 characters)."));
        else if (CprLike.IsIn(form.Note))
            problems.Add(FieldProblem.At("note", CprLike.Problem));
    }

    /// <summary>What it is and whose; or what is wrong with that.</summary>
    public static GatheringKind What(GatheringForm form, SignedInStaff staff, Organisation organisation, IEnumerable<IGatheringAudience> audiences, List<FieldProblem> problems)
    {
        if (!Enum.TryParse<GatheringKind>(form.Kind, out var kind) || !Enum.IsDefined(kind))
            problems.Add(new("kind", "Vælg, hvad det er for et møde.", "Please choose what kind of meeting it is."));
        if (!GatheringPlanner.MayManage(staff, form.Department) || (form.Department != Gathering.AllDepartments && organisation.Department(form.Department) is null))
            problems.Add(new("department", "Vælg en af dine afdelinger.", "Please choose one of your departments."));
        if (audiences.All(a => a.Name != form.Audience))
            problems.Add(new("audience", "Vælg, hvem der inviteres.", "Please choose who is invited."));
        if (form.Functions.Any(id => organisation.Volunteering?.Function(id) is null))
            problems.Add(new("functions", "En af funktionerne findes ikke.", "One of the functions does not exist."));
        return kind;
    }

    private static TimeOnly Time(string field, string text, List<FieldProblem> problems)
    {
        if (!TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "HH.mm", "H:mm", "H.mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            problems.Add(new(field, "Skriv et klokkeslæt, for eksempel 17.00.", "Please write a time, for example 17:00."));
        return time;
    }
}
