using Husrum.Functions.Clock;

namespace Husrum.Functions.Tests.Clock;

public sealed class ClockStepTests
{
    [Theory]
    [InlineData("2026-10-24T06:00Z", "P1D", "2026-10-25T07:00Z")] // the night summer time ends: 08:00 stays 08:00
    [InlineData("2027-03-27T07:00Z", "P1D", "2027-03-28T06:00Z")]
    [InlineData("2026-10-20T06:00Z", "P7D", "2026-10-27T07:00Z")]
    [InlineData("2026-08-31T06:00Z", "P1M", "2026-09-30T06:00Z")]
    [InlineData("2027-01-31T07:00Z", "P1M", "2027-02-28T07:00Z")]
    [InlineData("2026-03-28T01:30Z", "P1D", "2026-03-29T01:30Z")] // 02:30 does not exist that night
    public void Steps_keep_the_time_on_the_wall(string from, string step, string to) =>
        ClockSteps.From(DateTimeOffset.Parse(from), ClockSteps.Read(step)!.Value).ShouldBe(DateTimeOffset.Parse(to));

    [Fact]
    public void Other_words_are_none()
    {
        ClockSteps.Read("næste").ShouldBe(ClockStep.Next);
        foreach (var word in new[] { null, "", "P2D", "PT1H", "-P1D" })
            ClockSteps.Read(word).ShouldBeNull();
    }
}
