using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>What staff see of volunteers, and what volunteers do on their own page.</summary>
[Collection(nameof(DemoSite))]
public sealed class FileTests(DemoSite site)
{
    private const string Karen = "karen@husrum.example";

    [Fact]
    public async Task The_list_and_the_file_are_there_for_those_who_look_after_the_department_and_for_nobody_else()
    {
        await site.VolunteerAsync("Paula Nymark");
        using var karen = await site.StaffAsync(Karen);
        var list = await karen.GetAsync("/frivillige");
        list.Text.ShouldContain("Aarhus");
        list.Text.ShouldNotContain("Horsens");
        var link = list.Page.QuerySelectorAll("a[href^='/frivillige/']").Single(a => a.TextContent == "Paula Nymark").GetAttribute("href")!;
        (await karen.GetAsync(link)).Text.ShouldContain("Det gemmer vi");
        foreach (var other in (string[])["jens@husrum.example", "drift@husrum.example", "kasserer@husrum.example"])
        {
            using var stranger = await site.StaffAsync(other);
            (await stranger.GetAsync(link)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }

        using var nobody = site.Guest();
        (await nobody.GetAsync(link)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await karen.GetAsync("/frivillige/p-00000000000000000000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Quentin Ravn", "", "Det er sket", "Vi venter på", "3.9.")]
    [InlineData("Quirinus Ravn", "?sprog=en", "What has happened", "We are waiting for", "3 Sep")]
    public async Task A_file_tells_what_has_happened_what_is_waited_for_since_when_and_what_comes_next(string name, string language, string happened, string waits, string next)
    {
        await site.ApplyAsync(name);
        using var guest = site.Guest();
        await (await guest.GetAsync(await site.LinkToAsync(Applicants.Address(name), "volunteer-confirm"))).PressAsync(("answer", "confirm"));
        await site.SettleAsync();
        using var karen = await site.StaffAsync(Karen);
        var link = (await karen.GetAsync("/opgaver")).Page.QuerySelectorAll("a[href^='/frivillige/']").Single(a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("href")!;
        var file = await karen.GetAsync(link + language);
        file.Text.ShouldContain(happened);
        file.Text.ShouldContain(waits);
        file.Text.ShouldContain(next); // three weekdays on, a reminder
        file.Page.QuerySelector("a[href^='/svar']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Cannot_come_said_on_ones_own_page_the_others_and_the_coordinator_are_told()
    {
        await site.VolunteerAsync("Rigmor Holm");
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.VolunteerAsync("Svea Dahl"));
        var told = await page.PressAsync(("", ""), [("absentFrom", "2026-09-02")], having: "absentFrom");
        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Text.ShouldContain("har fået besked");
        await site.SettleAsync();
        (await site.MailsAsync("rigmor@post.example")).ShouldContain(mail => mail.Template == "absence-fellow" && mail.Text.Contains("onsdag den 2. september 2026", StringComparison.Ordinal));
        (await site.MailsAsync(Karen)).ShouldContain(mail => mail.Template == "absence-staff" && mail.Text.Contains("Svea Dahl", StringComparison.Ordinal));
        var wrong = await page.PressAsync(("", ""), [("absentFrom", "på onsdag"), ("absentUntil", "2026-09-04")], having: "absentFrom");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("absentFrom").ShouldBe("på onsdag");
        wrong.Value("absentUntil").ShouldBe("2026-09-04");
        wrong.Problem("absentFrom").ShouldNotBeNull();
    }

    [Fact]
    public async Task Away_is_noted_shown_to_the_coordinator_and_can_be_taken_back()
    {
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.VolunteerAsync("Tea Lind"));
        var noted = await page.PressAsync(("", ""), [("awayFrom", "2026-08-31"), ("awayUntil", "2026-09-20")], having: "awayFrom");
        noted.Text.ShouldContain("God tur");
        using var karen = await site.StaffAsync(Karen);
        var list = await karen.GetAsync("/frivillige");
        list.Page.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("Tea Lind", StringComparison.Ordinal)).TextContent.ShouldContain("væk til og med");
        (await noted.PressAsync(("", ""), having: "hjemme")).Text.ShouldContain("Godt, at du er her");
        (await karen.GetAsync("/frivillige")).Page.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("Tea Lind", StringComparison.Ordinal)).TextContent.ShouldNotContain("væk til og med");
    }

    [Fact]
    public async Task One_more_function_asked_for_approved_and_given_back()
    {
        using var guest = site.Guest();
        var address = await site.VolunteerAsync("Una Bjerg");
        var page = await guest.GetAsync(address);
        var tooYoung = await page.PressAsync(("", ""), [("function", "hjerteven"), ("birthDate", "1998-01-01")], having: "function");
        tooYoung.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooYoung.Problem("function")!.ShouldContain("30");
        (await page.PressAsync(("", ""), [("function", "gruppeleder")], having: "function")).Text.ShouldContain("Du får svar på mail");
        await site.SettleAsync();
        await (await guest.GetAsync(await site.LinkToAsync(Karen, "case-task", "Una Bjerg"))).PressAsync(("", ""), [("answer", "approve")]);
        await site.SettleAsync();
        (await site.MailsAsync("una@post.example")).ShouldContain(mail => mail.Template == "function-added" && mail.Text.Contains("gruppeleder", StringComparison.Ordinal));
        var now = await guest.GetAsync(address);
        now.Text.ShouldContain("gruppeleder");
        (await now.PressAsync(("function", "arrangoer"), having: "funktion/slut")).Text.ShouldContain("Tak for din indsats");
        await site.SettleAsync();
        (await site.MailsAsync(Karen)).ShouldContain(mail => mail.Template == "function-ended-staff" && mail.Text.Contains("Una Bjerg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ended_after_a_conversation_only_and_with_the_message_that_was_chosen()
    {
        using var guest = site.Guest();
        var address = await site.VolunteerAsync("Vigga Storm");
        using var karen = await site.StaffAsync(Karen);
        var link = (await karen.GetAsync("/frivillige")).Page.QuerySelectorAll("a[href^='/frivillige/']").Single(a => a.TextContent == "Vigga Storm").GetAttribute("href")!;
        var file = await karen.GetAsync(link);
        var early = await file.PressAsync(("", ""), [("talkedOn", "2026-09-30")], having: "talkedOn");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Value("talkedOn").ShouldBe("2026-09-30");
        foreach (var field in (string[])["talkedOn", "held", "message"])
            early.Problem(field).ShouldNotBeNull(field);
        await site.SettleAsync();
        (await site.MailsAsync("vigga@post.example")).ShouldBeEmpty();

        var done = await file.PressAsync(("", ""), [("talkedOn", "2026-08-31"), ("held", "on"), ("message", "send")], having: "talkedOn");
        done.Status.ShouldBe(HttpStatusCode.SeeOther);
        await site.SettleAsync();
        (await site.MailsAsync("vigga@post.example")).Select(mail => mail.Template).ShouldBe(["farewell-terminated"]);
        (await guest.GetAsync(address)).Text.ShouldContain("31. august 2031");
        (await karen.GetAsync(link)).Text.ShouldContain("Samtalen er holdt, og samarbejdet er slut");
    }
}
