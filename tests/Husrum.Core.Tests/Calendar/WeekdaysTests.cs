using System.Globalization;
using Husrum.Core.Calendar;

namespace Husrum.Core.Tests.Calendar;

public sealed class WeekdaysTests
{
    [Theory]
    [InlineData("2026-08-31", 3, "2026-09-03")] // Monday to Thursday
    [InlineData("2026-08-28", 3, "2026-09-02")] // over a weekend
    [InlineData("2026-08-29", 1, "2026-08-31")] // from a Saturday
    [InlineData("2026-04-01", 3, "2026-04-09")] // over Easter: Thursday, Friday and Monday are off
    [InlineData("2026-12-23", 7, "2027-01-05")] // 24 and 31 December count, 25 December and 1 January do not
    [InlineData("2026-05-13", 1, "2026-05-15")] // over Ascension Day
    [InlineData("2026-04-05", 0, "2026-04-05")] // none is none, even on a holiday
    [InlineData("2026-04-07", -1, "2026-04-01")] // backwards over Easter
    public void Counting_skips_weekends_and_holidays(string from, int count, string to) => Weekdays.Add(Day(from), count).ShouldBe(Day(to));

    [Theory]
    [InlineData("2026-08-31", "2026-08-31")]
    [InlineData("2026-08-29", "2026-08-31")]
    [InlineData("2026-04-02", "2026-04-07")]
    public void A_day_moves_on_to_the_next_weekday_only_when_it_is_none(string from, string to) => Weekdays.OnOrAfter(Day(from)).ShouldBe(Day(to));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
