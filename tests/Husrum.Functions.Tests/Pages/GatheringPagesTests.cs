using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>Meetings over HTTP: planned by the coordinator, answered by link, noted by one tap each.</summary>
public sealed class GatheringPagesTests(OwnRehearsal site) : IClassFixture<OwnRehearsal>
{
    private const string Karen = "karen@husrum.example";
    private const string Rosa = "rosa@post.example";

    [Fact]
    public async Task From_the_form_to_who_came()
    {
        await site.VolunteerAsync("Rosa Lind");
        using var karen = await site.StaffAsync(Karen);
        var form = await karen.GetAsync("/moeder/nyt");
        var wrong = await form.PressAsync(("", ""), [("kind", "VolunteerMeeting"), ("department", "aarhus"), ("date", "2026-09-24"), ("from", "17:00"), ("until", "16:00"), ("place", "Caféen")], having: "place");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("until").ShouldNotBeNullOrEmpty();
        wrong.Value("place").ShouldBe("Caféen");
        var sent = await wrong.PressAsync(("", ""), [("until", "19:30"), ("kind", "VolunteerMeeting"), ("department", "aarhus"), ("note", "Der er mad.")], having: "place");
        sent.Status.ShouldBe(HttpStatusCode.SeeOther);
        await site.SettleAsync();
        (await karen.GetAsync("/moeder")).Page.QuerySelectorAll("main h3").ShouldHaveSingleItem().TextContent.ShouldBe("Frivilligmøde");

        var link = await site.LinkToAsync(Rosa, "gathering-invite");
        using var guest = site.Guest();
        for (var i = 0; i < 20; i++)
            (await guest.SendAsync(new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Head : HttpMethod.Get, link))).Status.ShouldBe(HttpStatusCode.OK);
        var page = await guest.GetAsync(link);
        page.Text.ShouldContain("24. september 2026");
        page.Text.ShouldContain("Der er mad.");
        page.Page.QuerySelector("main [role='status']").ShouldBeNull(); // looking said nothing
        var yes = await page.PressAsync(("answer", "yes"));
        yes.Text.ShouldContain("at du kommer");
        (await yes.PressAsync(("answer", "no"))).Text.ShouldContain("at du ikke kommer");
        (await yes.PressAsync(("answer", "yes"))).Text.ShouldContain("at du kommer");
        (await guest.GetAsync(link + "&sprog=en")).Text.ShouldContain("You have said that you are coming");

        var file = await guest.Http.GetAsync(link.Replace("/moede?", "/moede/kalender.ics?", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("DTSTART:20260924T150000Z");

        await site.TurnToAsync("2026-09-24T20:00");
        (await site.MailsAsync(Rosa)).Select(mail => mail.Template).ShouldContain("gathering-tomorrow");
        (await site.MailsAsync(Karen)).ShouldContain(mail => mail.Template == "gathering-attendance" && mail.Text.Contains(sent.Location!, StringComparison.Ordinal));
        var list = await karen.GetAsync(sent.Location!);
        list.Text.ShouldContain("Rosa Lind");
        var row = list.Page.QuerySelectorAll("main .guests li").First(li => li.TextContent.Contains("Rosa", StringComparison.Ordinal));
        var person = row.QuerySelector("[name='person']")!.GetAttribute("value")!;
        var noted = await list.PressAsync(("came", "yes"), [("person", person)], having: "person");
        noted.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await karen.GetAsync(noted.Location!)).Text.ShouldContain("1 kom, 0 kom ikke");
        (await guest.GetAsync(link)).Page.QuerySelectorAll("main button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Meetings_are_for_those_who_run_the_department()
    {
        using var guest = site.Guest();
        (await guest.GetAsync("/moeder")).Status.ShouldBe(HttpStatusCode.SeeOther); // to the sign-in
        using var karen = await site.StaffAsync(Karen);
        (await karen.GetAsync("/moeder/m-nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await karen.GetAsync("/moeder/m-nowhere/flyt")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await guest.GetAsync("/moede?t=no.such")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
