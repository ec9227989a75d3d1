using System.Globalization;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.Plays;

namespace Husrum.Functions.Rehearsal;

/// <summary>What is to be rehearsed, as typed: on the command line or on the page.</summary>
internal sealed record TypedRequest
{
    /// <summary>The process.</summary>
    public string Process { get; init; } = "";

    /// <summary>The first day: ISO, or 31.8.2026.</summary>
    public string Start { get; init; } = "";

    /// <summary>The weekday; empty for Thursday.</summary>
    public string Weekday { get; init; } = "";

    /// <summary>Whose school holidays; empty for the organisation's first municipality.</summary>
    public string Municipality { get; init; } = "";

    /// <summary><c>da</c> or <c>en</c>; empty for Danish.</summary>
    public string Language { get; init; } = "";

    /// <summary>Branches with their dates, such as <c>pause=2026-11-01..2026-11-20</c>, with commas between them.</summary>
    public string WhatIf { get; init; } = "";
}

/// <summary>Reads it: everything that is wrong is said at once, field by field.</summary>
internal static class RequestReading
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy"];

    // what calendars and time limits are sure of
    private static readonly (int First, int Last) Years = (2020, 2090);

    private static readonly string[] DanishDays = ["sondag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lordag"];

    /// <summary>The request, or what is wrong.</summary>
    public static (RehearsalRequest? Request, IReadOnlyList<FieldProblem> Problems) Read(TypedRequest typed, Organisation organisation, DateOnly today)
    {
        var problems = new List<FieldProblem>();
        var play = AllPlays.List.FirstOrDefault(p => Fold(p.Name) == Fold(typed.Process) || p.Aliases.Contains(Fold(typed.Process), StringComparer.Ordinal));
        if (play is null)
            problems.Add(new("process", $"Vælg en proces: {string.Join(", ", AllPlays.List.Select(p => p.Name))}.", $"Choose a process: {string.Join(", ", AllPlays.List.Select(p => p.Name))}."));
        else if (play.Missing(organisation) is { } missing)
            problems.Add(FieldProblem.At("process", missing));
        if (Day(typed.Start.Length == 0 ? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : typed.Start) is not { } start)
        {
            problems.Add(new("start", $"Skriv den første dag som 2026-08-31, mellem {Years.First} og {Years.Last}.", $"Write the first day as 2026-08-31, between {Years.First} and {Years.Last}."));
            start = today;
        }

        var weekday = Weekday(typed.Weekday);
        if (weekday is null)
            problems.Add(new("weekday", "Skriv en ugedag: mandag, tirsdag, onsdag, torsdag, fredag, lørdag eller søndag.", "Write a weekday: monday, tuesday, wednesday, thursday, friday, saturday or sunday."));
        var known = organisation.HjemTilOs?.Municipalities ?? [];
        var municipality = typed.Municipality.Length == 0 ? (known is [var first, ..] ? first : null) : known.FirstOrDefault(m => IsNamed(m, typed.Municipality));
        if (typed.Municipality.Length > 0 && municipality is null)
            problems.Add(new("municipality", $"Den kommune står ikke i organisation.json. Der står: {Names(known)}.", $"That municipality is not in organisation.json. There are: {Names(known)}."));
        if (typed.Language is not ("" or "da" or "en"))
            problems.Add(new("lang", "Sproget er da eller en.", "The language is da or en."));
        var whatIfs = play is null ? [] : WhatIfs(play, typed.WhatIf, start, problems);
        return problems.Count > 0 ? (null, problems)
            : (new RehearsalRequest(play!, start, Languages.Of(typed.Language)) { Weekday = weekday!.Value, Municipality = municipality, WhatIfs = whatIfs }, []);
    }

    /// <summary>Small letters, and æ, ø and å as a keyboard without them has them.</summary>
    public static string Fold(string word) => word.Trim().ToLowerInvariant()
        .Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal)
        .Replace("å", "a", StringComparison.Ordinal).Replace("aa", "a", StringComparison.Ordinal).Replace(' ', '-');

    private static List<WhatIf> WhatIfs(Play play, string typed, DateOnly start, List<FieldProblem> problems)
    {
        var found = new List<WhatIf>();
        foreach (var word in typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, dates) = word.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (word[..at], word[(at + 1)..]) : (word, "");
            var spec = play.WhatIfs.FirstOrDefault(w => w.Name == name);
            var read = spec is null ? null : Dated(spec, dates, start, DueIn(play, start));
            if (read is not null)
                found.Add(read);
            else if (spec is null && name.Contains('/', StringComparison.Ordinal)) // as the page has them
                problems.Add(new("what-if", "Det hører til noget andet end det, du vil prøve. Vælg et, der hører til.", "That belongs to something else than what you rehearse. Choose one that belongs to it."));
            else if (spec is null)
                problems.Add(new("what-if", $"{play.Name} har ingen \"{name}\". Der er: {Usages(play)}.", $"{play.Name} has no \"{name}\". There are: {Usages(play)}."));
            else
                problems.Add(new("what-if", $"Skriv {spec.Usage}, med dage efter den første og inden for forløbet.", $"Write {spec.Usage}, with days after the first one and inside its course."));
        }

        return found;
    }

    private static WhatIf? Dated(WhatIfSpec spec, string dates, DateOnly start, DateOnly end)
    {
        DateOnly? Within(string text) => Day(text) is { } day && day > start && day <= end ? day : null;
        var parts = dates.Split("..");
        return spec.Takes switch
        {
            WhatIfDates.Day => parts.Length == 1 && Within(dates) is { } on ? new WhatIf(spec, on) : null,
            WhatIfDates.Period => parts.Length == 2 && Within(parts[0]) is { } from && Within(parts[1]) is { } until && until >= from ? new WhatIf(spec, from, until) : null,
            _ => dates.Length == 0 ? new WhatIf(spec) : null,
        };
    }

    private static DateOnly DueIn(Play play, DateOnly start) => play is CoursePlay ? start.AddYears(1) : start.AddMonths(play.Months);

    private static string Usages(Play play) => string.Join(", ", play.WhatIfs.Select(w => w.Usage));

    private static string Names(IReadOnlyList<Municipality> known) => known.Count == 0 ? "-" : string.Join(", ", known.Select(m => m.Id));

    private static bool IsNamed(Municipality municipality, string typed)
    {
        var (wanted, name) = (Fold(typed), Fold(municipality.Name));
        return wanted == Fold(municipality.Id) || wanted == name || wanted + "s-kommune" == name || wanted + "-kommune" == name;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= Years.First && day.Year < Years.Last ? day : null;

    private static DayOfWeek? Weekday(string text)
    {
        var word = Fold(text);
        if (word.Length == 0)
            return DayOfWeek.Thursday;
        var days = Enum.GetValues<DayOfWeek>().Where(day => word.Length >= 3 && (DanishDays[(int)day].StartsWith(word, StringComparison.Ordinal) || day.ToString().ToLowerInvariant().StartsWith(word, StringComparison.Ordinal))).ToList();
        return days.Count == 1 ? days[0] : null;
    }
}
