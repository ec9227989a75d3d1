using System.Globalization;
using System.Text;

namespace Husrum.Core.Calendar;

/// <summary>One appointment as a calendar file (RFC 5545), for people's own calendars: moments in UTC, so that no calendar has to know our zone. Content-poor: what it is called, when and where, never about whom.</summary>
public static class CalendarFile
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    // a line has at most 75 octets; the rest goes on the next, after a space (RFC 5545, 3.1)
    private const int LongestLine = 75;

    /// <summary>The file's text.</summary>
    /// <param name="uid">The same for each version of an appointment: ids and words only.</param>
    /// <param name="version">Higher each time it changes; calendars keep the highest.</param>
    /// <param name="stamp">When this version was made, UTC.</param>
    /// <param name="starts">UTC.</param>
    /// <param name="ends">UTC.</param>
    /// <param name="summary">What it is called.</param>
    /// <param name="place">Where; empty for nothing.</param>
    /// <param name="cancelled">True where it is off: calendars that had it strike it out.</param>
    public static string Of(string uid, int version, DateTimeOffset stamp, DateTimeOffset starts, DateTimeOffset ends, string summary, string place, bool cancelled = false)
    {
        string?[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Husrum//Husrum//DA",
            cancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:" + uid,
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{version}"),
            "DTSTAMP:" + Utc(stamp),
            "DTSTART:" + Utc(starts),
            "DTEND:" + Utc(ends),
            "SUMMARY:" + Text(summary),
            place.Length > 0 ? "LOCATION:" + Text(place) : null,
            cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.OfType<string>().Select(line => Fold(line) + "\r\n"));
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string value) => new StringBuilder(value.ReplaceLineEndings("\n").Trim())
        .Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n").ToString();

    private static string Fold(string line)
    {
        var (folded, length) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
