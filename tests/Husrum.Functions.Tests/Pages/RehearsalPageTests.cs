using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>A process rehearsed on the page: chosen, shown, fetched as a file; nothing of what is live is touched.</summary>
public sealed class RehearsalPageTests(OwnRehearsal site) : IClassFixture<OwnRehearsal>
{
    private const string Page = "/generalproeve";
    private const string Karen = "karen@husrum.example";

    [Fact]
    public async Task A_leave_is_shown_with_where_its_two_ways_part_and_nobody_is_written_to()
    {
        using var karen = await site.StaffAsync(Karen);
        var before = await site.MailsAsync("silje@post.example");
        var form = await karen.GetAsync(Page);
        var shown = await form.PressAsync(("", ""), [("process", "leave"), ("start", "2026-08-31"), ("what-if", "leave/stops"), ("both", "on")], having: "process");
        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Page.QuerySelectorAll("main svg").Length.ShouldBe(2);
        shown.Text.ShouldContain("Velkommen tilbage");
        shown.Text.ShouldContain("Herfra går det anderledes");
        (await site.MailsAsync("silje@post.example")).Count.ShouldBe(before.Count);
        var file = await shown.PressAsync(("as", "file"), [], having: "process");
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Text.ShouldContain("Velkommen tilbage");
    }

    [Fact]
    public async Task What_does_not_fit_is_said_by_its_field_and_stays_typed()
    {
        using var karen = await site.StaffAsync(Karen);
        var form = await karen.GetAsync(Page);
        var wrong = await form.PressAsync(("", ""), [("process", "leave"), ("start", "snart"), ("what-if", "hjem-til-os/family-says-no")], having: "process");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("start").ShouldNotBeNullOrEmpty();
        wrong.Problem("what-if").ShouldNotBeNullOrEmpty();
        wrong.Value("start").ShouldBe("snart");
        wrong.Page.QuerySelector("[name=process] option[selected]")!.GetAttribute("value").ShouldBe("leave");
    }

    [Fact]
    public async Task It_is_for_staff()
    {
        using var guest = site.Guest();
        (await guest.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.SeeOther); // to the sign-in
    }
}
