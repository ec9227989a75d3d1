using System.Globalization;
using Husrum.Core.Calendar;

namespace Husrum.Core.Tests.Calendar;

public sealed class DueDatesTests
{
    [Theory]
    [InlineData("2026-10-31", 4, "2027-02-28")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-08-31", 7, "2027-03-31")] // from the original: the short month before leaves no trace
    [InlineData("2028-02-29", 48, "2032-02-29")]
    [InlineData("2026-03-31", -1, "2026-02-28")]
    public void Months_are_counted_from_the_original_date(string original, int months, string due) =>
        DueDates.AddMonths(Day(original), months).ShouldBe(Day(due));

    [Fact]
    public void A_year_after_a_leap_day_is_the_28th() => DueDates.AddYears(Day("2028-02-29"), 1).ShouldBe(Day("2029-02-28"));

    [Theory]
    [InlineData("2026-05-03", "2031-12-31", "2032-01-01")]
    [InlineData("2026-01-01", "2031-12-31", "2032-01-01")]
    [InlineData("2026-12-31", "2031-12-31", "2032-01-01")]
    [InlineData("2027-01-01", "2032-12-31", "2033-01-01")]
    public void Vouchers_are_kept_five_years_from_the_end_of_the_financial_year(string paid, string until, string deletable)
    {
        FinancialYears.RetainUntil(Day(paid)).ShouldBe(Day(until));
        FinancialYears.DeletableFrom(Day(paid)).ShouldBe(Day(deletable));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
