using System.Globalization;
using Husrum.Core.Calendar;

namespace Husrum.Core.Tests.Calendar;

public sealed class SendWindowTests
{
    [Theory]
    [InlineData("2026-08-31T05:59:59Z", "2026-08-31T06:00:00Z")] // 07:59:59 waits a second
    [InlineData("2026-08-31T06:00:00Z", "2026-08-31T06:00:00Z")] // 08:00 goes
    [InlineData("2026-08-31T12:05:00Z", "2026-08-31T12:05:00Z")]
    [InlineData("2026-08-31T17:59:59Z", "2026-08-31T17:59:59Z")] // 19:59:59 goes
    [InlineData("2026-08-31T18:00:00Z", "2026-09-01T06:00:00Z")] // 20:00 waits for tomorrow
    [InlineData("2026-08-31T22:30:00Z", "2026-09-01T06:00:00Z")] // half past midnight: the same morning
    [InlineData("2026-12-01T06:59:00Z", "2026-12-01T07:00:00Z")] // winter
    [InlineData("2026-03-28T19:30:00Z", "2026-03-29T06:00:00Z")] // over the night that is an hour short
    [InlineData("2026-10-24T18:30:00Z", "2026-10-25T07:00:00Z")] // over the night that is an hour long
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T07:00:00Z")] // in the hour that comes twice
    public void A_message_waits_until_eight(string due, string sent) => SendWindow.Next(Instant(due)).ShouldBe(Instant(sent));

    [Fact]
    public void Instants_with_an_offset_come_back_in_utc() =>
        SendWindow.Next(Instant("2026-08-31T14:00:00+02:00")).Offset.ShouldBe(TimeSpan.Zero);

    [Theory]
    [InlineData("2026-08-31T18:30:00Z", "2026-08-31T17:30:00Z")] // 20:30: half past seven
    [InlineData("2026-08-31T22:30:00Z", "2026-08-31T17:30:00Z")] // 00:30: the evening before
    [InlineData("2026-08-31T05:00:00Z", "2026-08-30T17:30:00Z")] // 07:00: the evening before
    [InlineData("2026-08-31T12:00:00Z", "2026-08-31T12:00:00Z")]
    public void The_latest_moment_before_is_the_evening_before(string instant, string latest) => SendWindow.Latest(Instant(instant)).ShouldBe(Instant(latest));

    [Fact]
    public void A_reminder_for_tomorrow_morning_that_is_due_late_goes_earlier_not_later()
    {
        // Due Monday 20:30 about a visit on Tuesday at 07:30: the next 08:00 would be after the visit.
        var visit = Instant("2026-09-01T05:30:00Z");
        SendWindow.Next(Instant("2026-08-31T18:30:00Z"), visit).ShouldBe(Instant("2026-08-31T17:30:00Z"));
    }

    [Fact]
    public void A_reminder_that_is_still_of_use_at_eight_waits_until_eight()
    {
        var visit = Instant("2026-09-01T15:00:00Z");
        SendWindow.Next(Instant("2026-08-31T18:30:00Z"), visit).ShouldBe(Instant("2026-09-01T06:00:00Z"));
        SendWindow.Next(Instant("2026-08-31T18:30:00Z"), null).ShouldBe(Instant("2026-09-01T06:00:00Z"));
    }

    [Fact]
    public void Every_answer_lies_inside_the_window()
    {
        for (var instant = Instant("2026-03-27T00:00:00Z"); instant < Instant("2026-11-01T00:00:00Z"); instant = instant.AddMinutes(17))
        {
            SendWindow.IsOpen(SendWindow.Next(instant)).ShouldBeTrue();
            SendWindow.IsOpen(SendWindow.Latest(instant)).ShouldBeTrue();
            SendWindow.Next(instant).ShouldBeGreaterThanOrEqualTo(instant);
            SendWindow.Latest(instant).ShouldBeLessThanOrEqualTo(instant);
        }
    }

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
