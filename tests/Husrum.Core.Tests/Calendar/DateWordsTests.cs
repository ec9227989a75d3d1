using Husrum.Core.Calendar;
using Husrum.Core.Language;

namespace Husrum.Core.Tests.Calendar;

public sealed class DateWordsTests
{
    private static readonly DateOnly Monday = new(2026, 8, 31);
    private static readonly DateTimeOffset Moment = new(2026, 8, 31, 12, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Danish_dates_read_as_Danes_write_them()
    {
        DanishDates.Long(Monday).ShouldBe("mandag den 31. august 2026");
        DanishDates.Short(Monday).ShouldBe("31.8.2026");
        DanishDates.Time(new TimeOnly(14, 5)).ShouldBe("kl. 14.05");
        DanishDates.Time(new TimeOnly(8, 0)).ShouldBe("kl. 8.00");
        DanishDates.Moment(Moment).ShouldBe("mandag den 31. august 2026 kl. 14.05");
    }

    [Fact]
    public void English_dates_read_as_the_English_write_them()
    {
        EnglishDates.Long(Monday).ShouldBe("Monday 31 August 2026");
        EnglishDates.Short(Monday).ShouldBe("31 Aug 2026");
        EnglishDates.Time(new TimeOnly(14, 5)).ShouldBe("at 14:05");
        EnglishDates.Moment(Moment).ShouldBe("Monday 31 August 2026 at 14:05");
    }

    [Theory]
    [InlineData("da", "mandag den 31. august 2026")]
    [InlineData("en", "Monday 31 August 2026")]
    [InlineData("en-GB", "Monday 31 August 2026")]
    [InlineData("enligt", "mandag den 31. august 2026")]
    [InlineData("", "mandag den 31. august 2026")]
    [InlineData(null, "mandag den 31. august 2026")]
    public void An_unknown_language_is_Danish(string? language, string words) => DateWords.Long(Monday, language).ShouldBe(words);

    [Fact]
    public void Days_and_months_have_their_own_names_all_year()
    {
        var days = Enumerable.Range(0, 365).Select(day => new DateOnly(2026, 1, 1).AddDays(day)).ToList();
        days.Select(day => DanishDates.Long(day).Split(' ')[0]).Distinct().Count().ShouldBe(7);
        days.Select(day => DanishDates.Long(day).Split(' ')[3]).Distinct().Count().ShouldBe(12);
        days.Select(day => EnglishDates.Long(day).Split(' ')[2]).Distinct().Count().ShouldBe(12);
        DanishDates.Long(new DateOnly(2026, 3, 1)).ShouldBe("søndag den 1. marts 2026");
    }
}
