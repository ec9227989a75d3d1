using System.Globalization;
using Husrum.Core.Forms;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>The last day of a pause, as typed.</summary>
public static class PauseDate
{
    private const int LongestDays = 366;

    /// <summary>The date; null where it cannot be read, has passed, or is more than a year ahead.</summary>
    public static DateOnly? Read(string typed, DateOnly today) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date > today && date <= today.AddDays(LongestDays) ? date : null;

    /// <summary>What to say where it is none.</summary>
    public static FieldProblem Problem(string field) => new(field, "Vælg en dag efter i dag og højst et år frem, for eksempel 2027-02-28.", "Pick a day after today and at most a year ahead, for example 2027-02-28.");

    /// <summary>A date from a value.</summary>
    internal static DateOnly Parse(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
