namespace Husrum.Functions.Tests.Pages;

/// <summary>Staff's list over HTTP: what, who, since when, due, late first; and what a person's own page says of what comes next.</summary>
public sealed class TaskListTests : IAsyncLifetime
{
    private readonly OwnRehearsal _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("", "hos Karen", "frist 3.9.2026", "forsinket, frist 3.9.2026", "står øverst.")]
    [InlineData("?sprog=en", "with Karen", "due 3 Sep 2026", "late, due 3 Sep 2026", "first.")]
    public async Task A_task_says_who_has_it_and_when_it_is_due_and_what_is_late_comes_first(string language, string who, string due, string late, string first)
    {
        await _site.ApplyAsync("Anton Ager");
        await _site.AnswerAsync("anton@post.example", "volunteer-confirm", null, "confirm");
        using (var karen = await _site.StaffAsync(VolunteerWay.Karen))
        {
            var page = await karen.GetAsync("/opgaver" + language);
            Card(page, "Anton Ager").ShouldContain(who);
            Card(page, "Anton Ager").ShouldContain(due);
            page.Page.QuerySelectorAll(".late").Count(c => c.TextContent.Contains("Anton", StringComparison.Ordinal)).ShouldBe(0);
        }

        await _site.TurnToAsync("2026-09-02T12:00");
        await _site.ApplyAsync("Bente Bæk");
        await _site.AnswerAsync("bente@post.example", "volunteer-confirm", null, "confirm");
        await _site.TurnToAsync("2026-09-03T09:00");
        using var again = await _site.StaffAsync(VolunteerWay.Karen);
        var list = await again.GetAsync("/opgaver" + language);
        list.Text.ShouldContain(first);
        Card(list, "Anton Ager").ShouldContain(late);
        var names = list.Page.QuerySelectorAll(".tasks h3").Select(h => h.TextContent).Where(n => n is "Anton Ager" or "Bente Bæk");
        names.ShouldBe(["Anton Ager", "Bente Bæk"]);
        var cards = list.Page.QuerySelectorAll(".card:has(a[href^='/frivillige/'])").Select(card => card.ClassList.Contains("late")).ToList();
        cards.ShouldBe(cards.OrderByDescending(isLate => isLate));
        cards.ShouldContain(false);
    }

    [Fact]
    public async Task The_applicants_page_says_when_the_next_thing_happens_and_names_no_member_of_staff()
    {
        await _site.ApplyAsync("Carla Dahl");
        await _site.AnswerAsync("carla@post.example", "volunteer-confirm", null, "confirm");
        await _site.ApplyAsync("Carla Dahl");
        using var guest = _site.Guest();
        var page = await guest.GetAsync(await _site.LinkToAsync("carla@post.example", "volunteer-again"));
        page.Text.ShouldContain("at koordinatoren tilbyder tider til en samtale");
        page.Text.ShouldContain("sker der ikke noget, 3.9.2026 kl. 9.00 minder vi om det");
        page.Text.ShouldNotContain("Karen");
        page.Text.ShouldNotContain("frist");
    }

    private static string Card(Sheet page, string name) =>
        string.Join(' ', page.Page.QuerySelectorAll(".card").First(card => card.QuerySelector("h3")?.TextContent == name).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
