using System.Text;
using Husrum.Core.Calendar;

namespace Husrum.Core.Tests.Calendar;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Starts = new(2026, 10, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_appointment_is_one_event_in_UTC_with_lines_that_end_as_they_must()
    {
        var file = CalendarFile.Of("m-1@husrum", 2, Starts.AddDays(-9), Starts, Starts.AddHours(2), "Frivilligmøde", "Rådhuset; stuen, lokale 2\nRing på");
        file.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        file.ShouldEndWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        file.ShouldContain("DTSTAMP:20260922T150000Z\r\nDTSTART:20261001T150000Z\r\nDTEND:20261001T170000Z\r\n");
        file.ShouldContain("SEQUENCE:2\r\n");
        file.ShouldContain(@"LOCATION:Rådhuset\; stuen\, lokale 2\nRing på" + "\r\n");
        file.Replace("\r\n", "").ShouldNotContain("\n");
    }

    [Fact]
    public void Long_lines_are_folded_between_letters_and_read_back_whole()
    {
        var place = string.Concat(Enumerable.Repeat("ærø ", 60)).Trim();
        var file = CalendarFile.Of("m-1@husrum", 1, Starts, Starts, Starts.AddHours(1), "Møde", place);
        file.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        file.Replace("\r\n ", "").ShouldContain("LOCATION:" + place + "\r\n");
    }

    [Fact]
    public void What_is_off_is_struck_out() =>
        CalendarFile.Of("m-1@husrum", 2, Starts, Starts, Starts.AddHours(1), "Møde", "", cancelled: true).ShouldContain("METHOD:CANCEL");
}
