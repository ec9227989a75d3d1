using Husrum.Core.Tests;
using Husrum.Functions.Rehearsal;

namespace Husrum.Functions.Tests.Rehearsal;

/// <summary>The year of Hjem til Os as a coordinator sees it before it happens, against the years kept in Golden (see the README there).</summary>
public sealed class GoldenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-08-31-thursdays", "2026-08-31", "thursday", "")]
    [InlineData("2026-10-31-saturdays", "2026-10-31", "lørdag", "")]
    [InlineData("2028-02-29-tuesdays", "2028-02-29", "tue", "")]
    [InlineData("2026-08-31-family-ends", "2026-08-31", "thursday", "family-ends-at=2027-05-01")]
    [InlineData("2026-08-31-family-says-no", "2026-08-31", "thursday", "family-says-no")]
    public async Task A_year_is_printed_as_it_was(string name, string start, string weekday, string whatIf)
    {
        string[] branches = whatIf.Length == 0 ? [] : ["--what-if=" + whatIf, "--branches"];
        var printed = await Rehearsing.PrintAsync(["rehearse", "hjem-til-os", "--start", start, "--weekday", weekday, "--municipality", "kobenhavn", .. branches]);
        var file = SourceTree.Path("tests", "Husrum.Functions.Tests", "Rehearsal", "Golden", name + ".txt");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("HUSRUM_WRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, printed, Ct);
        var kept = await File.ReadAllTextAsync(file, Ct);
        foreach (var (number, (was, now)) in kept.Split('\n').Zip(printed.Split('\n')).Index())
            now.ShouldBe(was, $"line {number + 1} of {name}.txt");
        printed.ShouldBe(kept);
    }

    [Fact]
    public async Task At_ten_months_the_family_is_asked_before_the_parents()
    {
        var year = await Rehearsing.PlainAsync("hjem-til-os");
        var asked = year.Events.Where(e => e.Name == "hto-future").ToList();
        asked.Select(e => e.To).ShouldBe(["Ida Skovgaard", "Amina Said"]);
        var wish = year.Events.First(e => e.Name == "hto-future-wish");
        (wish.To, wish.Rule).ShouldBe(("Ida Skovgaard", "Y13"));
        asked[1].At.ShouldBeGreaterThanOrEqualTo(wish.At);
        asked[0].At.ShouldBeLessThan(wish.At);
    }

    [Fact]
    public async Task Where_the_family_ends_it_there_is_an_extra_child_visit_and_the_child_is_asked_about_another_family()
    {
        var ended = await Rehearsing.PlayAsync("hjem-til-os", "2026-08-31", "family-ends-at=2027-05-01");
        ended.Events.ShouldContain(e => e.Name == "hto-extravisit-held" && e.Kind == RehearsedKind.Decision && e.Headline.Contains("ny venskabsfamilie"));
        ended.Events[^1].At.ShouldBeLessThan(new DateTimeOffset(2027, 5, 2, 0, 0, 0, TimeSpan.Zero));
        (await Rehearsing.PlayAsync("hjem-til-os", "2026-08-31", "parents-say-no")).Events.ShouldNotContain(e => e.Name.StartsWith("hto-extravisit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visits_on_holidays_in_school_holidays_and_the_nights_of_the_clock_are_marked()
    {
        var year = await Rehearsing.PlainAsync("hjem-til-os");
        string[] Marks(int month, int day) => [.. year.Events.First(e => e.Name == "visit" && e.At.Month == month && e.At.Day == day).Marks.Select(m => m.Danish)];
        Marks(12, 24).ShouldBe(["juleaften", "juleferien"]);
        Marks(5, 6).ShouldBe(["Kristi himmelfartsdag"]);
        Marks(10, 15).ShouldBe(["efterårsferien"]);
        year.Events.Where(e => e.Name == "clock-change").Select(e => e.Headline).ShouldBe(["sommertid slutter", "sommertid begynder"]);
        var sundays = await Rehearsing.PlayAsync("hjem-til-os", "2026-08-31", weekday: "sunday");
        sundays.Events.Where(e => e.Name == "visit" && e.Marks.Any(m => m.English.StartsWith("summer time", StringComparison.Ordinal))).Count().ShouldBe(2);
    }
}
