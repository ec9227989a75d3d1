using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>A rehearsal of one's own, whose clock may be turned.</summary>
public sealed class OwnRehearsal : PagesSite
{
    /// <inheritdoc />
    protected override bool Demo => true;
}

/// <summary>From application to farewell over HTTP: every answer by the link of a message.</summary>
public sealed class VolunteerLifeTests(OwnRehearsal site) : IClassFixture<OwnRehearsal>
{
    private const string Karen = "karen@husrum.example";
    private const string Name = "Thilde Agerbo";
    private const string Thilde = "thilde@post.example";

    [Fact]
    public async Task From_the_form_to_welcome_to_leave_to_stopped()
    {
        await site.ApplyAsync(Name);
        await AnswerAsync(Thilde, "volunteer-confirm", "confirm");
        await AnswerAsync(Karen, "case-task", "offer", ("time1", "2026-09-03T16:30"), ("time2", "2026-09-04T10:00"), ("place", "Caféen"));
        await AnswerAsync(Thilde, "volunteer-book", "2026-09-04T08:00Z");
        (await MailAsync("volunteer-booked")).Text.ShouldContain("4. september 2026 kl. 10.00");
        await site.TurnToAsync("2026-09-04T12:00");
        await AnswerAsync(Karen, "case-task", "go-on");
        await AnswerAsync(Thilde, "volunteer-declaration", "signed", ("agree", "on"));
        await AnswerAsync(Thilde, "volunteer-course", "intro-2026-11");
        await site.TurnToAsync("2026-11-10T21:00");
        await site.TurnToAsync("2026-11-11T09:00");
        await AnswerAsync(Karen, "case-task", "came");
        await AnswerAsync(Karen, "case-task", "approve");
        (await MailAsync("volunteer-welcome")).Text.ShouldContain("arrangør");

        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.LinkToAsync(Thilde, "volunteer-welcome"));
        page.Text.ShouldContain("11. november 2026");
        (await page.PressAsync(("", ""), [("from", "2027-08-31")], having: "from")).Text.ShouldContain("Du har orlov");
        await site.TurnToAsync("2028-02-29T17:59");
        (await site.MailsAsync(Thilde)).Select(mail => mail.Template).Where(t => t.StartsWith("leave", StringComparison.Ordinal)).ShouldBe(["leave-begun", "leave-reminder", "leave-reminder", "leave-reminder"]);
        await site.TurnToAsync("2028-02-29T18:00");
        (await MailAsync("leave-stopped")).Text.ShouldContain("altid velkommen");
        (await site.MailsAsync(Karen)).ShouldContain(mail => mail.Template == "leave-ended" && mail.Text.Contains(Name, StringComparison.Ordinal));
        var stopped = await guest.GetAsync(await site.LinkToAsync(Thilde, "volunteer-welcome"));
        stopped.Text.ShouldContain("Du er altid velkommen igen");
        var late = await page.PressAsync(("", ""), [("from", "2028-03-01")], having: "from");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Du er stoppet som frivillig");
    }

    private async Task<Husrum.Functions.Pages.Mailbox.MailboxEntry> MailAsync(string template) => (await site.MailsAsync(Thilde)).Last(mail => mail.Template == template);

    private async Task AnswerAsync(string to, string template, string answer, params (string Name, string Value)[] typed)
    {
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.LinkToAsync(to, template, to == Karen ? Name : null));
        (await page.PressAsync(("", ""), [("answer", answer), .. typed])).Status.ShouldBe(HttpStatusCode.OK, $"{template}: {answer}");
        await site.SettleAsync();
    }
}
