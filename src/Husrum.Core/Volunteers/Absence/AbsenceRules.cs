using System.Globalization;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.People;

namespace Husrum.Core.Volunteers.Absence;

/// <summary>The days of an absence and of a time away.</summary>
public static class AbsenceRules
{
    /// <summary>An absence that is longer is a time away.</summary>
    public const int MostDays = 14;

    /// <summary>A time away that is longer is a leave.</summary>
    public const int MostMonths = 3;

    /// <summary>So few days ahead an absence is told by SMS besides: whoever reads their mail in the evening would know too late.</summary>
    private const int SoonDays = 2;

    /// <summary>True where it begins so soon that the others must hear of it at once.</summary>
    public static bool IsSoon(Away days, DateOnly today) => days.From <= today.AddDays(SoonDays);

    /// <summary>Reads two days as typed; the last may be empty.</summary>
    /// <returns>The days, or what is wrong with them.</returns>
    public static (Away? Days, FieldProblem? Problem) Read(string from, string until, string fromField, string untilField, DateOnly today)
    {
        if (!TypedDate.TryRead(from, out var first))
            return (null, new FieldProblem(fromField, "Vælg den første dag.", "Please pick the first day."));
        if (first < today)
            return (null, new FieldProblem(fromField, "Dagen er gået. Vælg i dag eller senere.", "That day has passed. Please pick today or later."));
        var last = first;
        if (until.Trim().Length > 0 && !TypedDate.TryRead(until, out last))
            return (null, new FieldProblem(untilField, "Vi kan ikke læse datoen. Vælg den i kalenderen.", "We cannot read the date. Please pick it in the calendar."));
        return last < first
            ? (null, new FieldProblem(untilField, "Den sidste dag kan ikke ligge før den første.", "The last day cannot be before the first."))
            : (new Away(first, last), null);
    }

    /// <summary>The days as a key.</summary>
    public static string Key(Away days) => string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}.{days.Until:yyyy-MM-dd}");

    /// <summary>A key in words.</summary>
    public static Bilingual Words(string? key) => key?.Split('.') is [var from, var until] && TypedDate.TryRead(from, out var first) && TypedDate.TryRead(until, out var last) ? Words(new Away(first, last)) : new("", "");

    /// <summary>The days in words.</summary>
    public static Bilingual Words(Away days) => days.From == days.Until
        ? new(DateWords.Long(days.From, "da"), DateWords.Long(days.From, "en"))
        : new($"fra {DateWords.Long(days.From, "da")} til og med {DateWords.Long(days.Until, "da")}", $"from {DateWords.Long(days.From, "en")} to {DateWords.Long(days.Until, "en")}");
}
