using System.Globalization;

namespace Husrum.Core.Forms;

/// <summary>A day as browsers send it.</summary>
internal static class TypedDate
{
    /// <summary>Reads <c>2026-09-14</c>, with space around it or without.</summary>
    public static bool TryRead(string? text, out DateOnly date) => DateOnly.TryParseExact((text ?? "").Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
