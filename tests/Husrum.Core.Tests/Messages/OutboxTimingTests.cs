using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

public sealed class OutboxTimingTests
{
    private static readonly DateTimeOffset Ten = new(2026, 8, 31, 8, 0, 0, TimeSpan.Zero); // 10:00 in Denmark

    [Theory]
    [InlineData("2026-08-31T07:59:59Z", NoticeTurnKind.Wait, "2026-08-31T08:00:00Z")]
    [InlineData("2026-08-31T08:00:00Z", NoticeTurnKind.Go, "2026-08-31T08:00:00Z")]
    [InlineData("2026-08-31T17:59:59Z", NoticeTurnKind.Go, "2026-08-31T17:59:59Z")] // 19:59
    [InlineData("2026-08-31T18:00:00Z", NoticeTurnKind.Wait, "2026-09-01T06:00:00Z")] // 20:00: tomorrow at eight
    [InlineData("2026-09-01T03:00:00Z", NoticeTurnKind.Wait, "2026-09-01T06:00:00Z")]
    [InlineData("2026-10-24T23:30:00Z", NoticeTurnKind.Wait, "2026-10-25T07:00:00Z")] // the night summer time ends
    public void A_message_written_for_the_day_goes_by_day(string now, NoticeTurnKind kind, string at) =>
        OutboxTiming.At(Notice(Ten), DateTimeOffset.Parse(now)).ShouldBe(new NoticeTurn(kind, DateTimeOffset.Parse(at)));

    [Fact]
    public void A_little_late_at_night_is_not_kept_until_morning()
    {
        var lastCall = new DateTimeOffset(2026, 8, 31, 17, 30, 0, TimeSpan.Zero);
        OutboxTiming.At(Notice(lastCall), lastCall.AddMinutes(59)).Kind.ShouldBe(NoticeTurnKind.Go);
        OutboxTiming.At(Notice(lastCall), lastCall.AddMinutes(60)).Kind.ShouldBe(NoticeTurnKind.Wait);
    }

    [Fact]
    public void Parts_of_a_second_count_for_nothing_as_in_the_index() =>
        OutboxTiming.At(Notice(Ten.AddMilliseconds(900)), Ten).Kind.ShouldBe(NoticeTurnKind.Go);

    [Fact]
    public void What_has_become_useless_is_dropped_at_that_very_moment()
    {
        var notice = Notice(Ten) with { UsefulUntil = Ten.AddHours(1) };
        OutboxTiming.At(notice, Ten.AddHours(1).AddTicks(-1)).Kind.ShouldBe(NoticeTurnKind.Go);
        OutboxTiming.At(notice, Ten.AddHours(1)).Kind.ShouldBe(NoticeTurnKind.Drop);
    }

    [Fact]
    public void Pauses_double_up_to_an_hour_or_what_the_provider_asks_and_end_after_three_days()
    {
        double Minutes(int attempts, TimeSpan? asked = null) => (OutboxTiming.NextAttempt(Notice(Ten) with { Attempts = attempts }, Ten, asked)!.Value - Ten).TotalMinutes;
        Enumerable.Range(1, 9).Select(attempt => Minutes(attempt)).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
        Minutes(1_000).ShouldBe(60);
        Minutes(1, TimeSpan.FromMinutes(5)).ShouldBe(5);
        OutboxTiming.NextAttempt(Notice(Ten) with { Attempts = 50 }, Ten.AddDays(3).AddTicks(1), null).ShouldBeNull();
    }

    [Fact]
    public void A_repeat_that_would_fall_into_the_night_waits_for_the_morning_unless_it_were_useless_then()
    {
        var evening = new DateTimeOffset(2026, 8, 31, 17, 50, 0, TimeSpan.Zero);
        var notice = Notice(evening) with { Attempts = 5 };
        OutboxTiming.NextAttempt(notice, evening, null).ShouldBe(new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero));
        OutboxTiming.NextAttempt(notice with { UsefulUntil = evening.AddMinutes(30) }, evening, null).ShouldBe(evening.AddMinutes(16));
    }

    private static Notice Notice(DateTimeOffset due) => new() { Key = "k", Channel = NoticeChannel.Email, Template = "t", Language = "da", To = "mette@post.example", Due = due };
}
