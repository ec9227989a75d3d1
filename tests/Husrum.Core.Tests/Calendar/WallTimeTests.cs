using System.Globalization;
using Husrum.Core.Calendar;

namespace Husrum.Core.Tests.Calendar;

public sealed class WallTimeTests
{
    [Theory]
    [InlineData("2026-03-28 17:00", "2026-03-28T16:00:00Z")]
    [InlineData("2026-03-29 17:00", "2026-03-29T15:00:00Z")]
    [InlineData("2026-10-24 17:00", "2026-10-24T15:00:00Z")]
    [InlineData("2026-10-25 17:00", "2026-10-25T16:00:00Z")]
    [InlineData("2027-03-28 08:00", "2027-03-28T06:00:00Z")] // also Easter Sunday
    [InlineData("2027-10-31 08:00", "2027-10-31T07:00:00Z")]
    public void The_wall_is_an_hour_ahead_in_winter_and_two_in_summer(string wall, string utc) => Utc(wall).ShouldBe(Instant(utc));

    [Theory]
    [InlineData("2026-03-29 01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29 02:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29 03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2027-03-28 02:30", "2027-03-28T01:30:00Z")]
    public void A_time_that_spring_leaves_out_moves_on_by_the_missing_hour(string wall, string utc) => Utc(wall).ShouldBe(Instant(utc));

    [Theory]
    [InlineData("2026-10-25 01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25 02:00", "2026-10-25T00:00:00Z")]
    [InlineData("2026-10-25 02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25 03:00", "2026-10-25T02:00:00Z")]
    [InlineData("2027-10-31 02:30", "2027-10-31T00:30:00Z")]
    public void A_time_that_autumn_has_twice_is_the_first_of_the_two(string wall, string utc) => Utc(wall).ShouldBe(Instant(utc));

    [Theory]
    [InlineData("2026-08-31T21:59:59Z", "2026-08-31")]
    [InlineData("2026-08-31T22:00:00Z", "2026-09-01")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-12-31T20:00:00-05:00", "2027-01-01")]
    public void The_date_changes_at_midnight_on_the_wall(string instant, string date) =>
        WallTime.LocalDate(Instant(instant)).ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));

    [Fact]
    public void Every_half_hour_of_four_years_reads_back_as_it_was_written_except_in_the_missing_hour()
    {
        var end = new DateTime(2030, 1, 1);
        for (var wall = new DateTime(2026, 1, 1); wall < end; wall = wall.AddMinutes(30))
        {
            var (date, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
            var instant = WallTime.ToUtc(date, time);
            instant.Offset.ShouldBe(TimeSpan.Zero);
            var missing = time.Hour == 2 && date.Month == 3 && date.DayOfWeek == DayOfWeek.Sunday && date.Day > 24;
            WallTime.LocalTime(instant).ShouldBe(missing ? time.AddHours(1) : time);
            WallTime.LocalDate(instant).ShouldBe(date);
        }
    }

    private static DateTimeOffset Utc(string wall)
    {
        var moment = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        return WallTime.ToUtc(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
