using System.Globalization;
using Husrum.Core.Calendar;

namespace Husrum.Core.Tests.Calendar;

public sealed class DanishHolidaysTests
{
    [Theory]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("1818-03-22")] // the earliest there can be
    [InlineData("2038-04-25")] // the latest
    [InlineData("1954-04-18")] // both of the table's corrections
    [InlineData("1981-04-19")]
    public void Easter_falls_where_the_almanac_says(string sunday)
    {
        var date = DateOnly.Parse(sunday, CultureInfo.InvariantCulture);
        Easter.Sunday(date.Year).ShouldBe(date);
    }

    [Fact]
    public void Easter_is_a_Sunday_from_22_March_to_25_April_in_every_year()
    {
        for (var year = 1583; year <= 9999; year++)
        {
            var easter = Easter.Sunday(year);
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Fact]
    public void A_year_has_ten_holidays() => DanishHolidays.Of(2026).Select(day => (day.Date.ToString("MM-dd", CultureInfo.InvariantCulture), day.Name.Danish)).ShouldBe(
    [
        ("01-01", "nytårsdag"),
        ("04-02", "skærtorsdag"),
        ("04-03", "langfredag"),
        ("04-05", "påskedag"),
        ("04-06", "2. påskedag"),
        ("05-14", "Kristi himmelfartsdag"),
        ("05-24", "pinsedag"),
        ("05-25", "2. pinsedag"),
        ("12-25", "juledag"),
        ("12-26", "2. juledag"),
    ]);

    [Fact]
    public void Store_bededag_is_a_holiday_until_2023_and_a_Friday_like_others_since()
    {
        DanishHolidays.On(new DateOnly(2023, 5, 5)).ShouldNotBeNull().Name.Danish.ShouldBe("store bededag");
        DanishHolidays.Of(2023).Count.ShouldBe(11);
        DanishHolidays.On(new DateOnly(2024, 4, 26)).ShouldBeNull();
        DanishHolidays.Of(2024).Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("2026-06-05")]
    [InlineData("2026-05-01")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void Days_that_many_have_off_are_no_public_holidays(string day) =>
        DanishHolidays.On(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBeNull();

    [Fact]
    public void Holidays_have_English_names_and_come_in_order()
    {
        var days = DanishHolidays.Of(2027);
        days.ShouldAllBe(day => day.Name.English.Length > 0 && day.Name.English != day.Name.Danish);
        days.Select(day => day.Date).ShouldBeInOrder();
    }
}
