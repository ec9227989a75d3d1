using System.Globalization;

namespace Husrum.Core.Organisations;

/// <summary>Reads the municipalities of <c>organisation.json</c> with their school holidays.</summary>
internal static class MunicipalityReader
{
    private static readonly Pattern Date = new("a date such as 2026-10-10", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    public static Municipality Read(FieldReader fields) => new(fields.Text("id", Patterns.Id), fields.Text("name", Patterns.Name), fields.List("schoolHolidays", atLeast: 0, Holiday));

    private static SchoolHoliday Holiday(FieldReader fields)
    {
        var holiday = new SchoolHoliday(fields.Object("name", VolunteeringReader.Words), DateOf(fields.Text("from", Date)), DateOf(fields.Text("until", Date)));
        if (holiday.Until < holiday.From)
            fields.Problems.Add($"A school holiday ends ({holiday.Until:yyyy-MM-dd}) before it begins ({holiday.From:yyyy-MM-dd}).");
        return holiday;
    }

    private static DateOnly DateOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : default;
}
