using System.Globalization;
using Husrum.Core.Forms;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A day on which something was done, as typed.</summary>
internal static class HeldOn
{
    /// <summary>The day; null where it cannot be read or has not come.</summary>
    public static DateOnly? Read(string typed, DateOnly today) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= today && date > today.AddYears(-2) ? date : null;

    /// <summary>What to say where it is none.</summary>
    public static FieldProblem Problem(string field) => new(field, "Skriv dagen, for eksempel 2026-09-14. Den må ikke ligge i fremtiden.", "Write the day, for example 2026-09-14. It cannot be in the future.");
}
