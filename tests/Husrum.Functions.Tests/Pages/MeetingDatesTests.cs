using System.Net;
using Husrum.Core.Gatherings;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Microsoft.AspNetCore.Hosting;

namespace Husrum.Functions.Tests.Pages;

/// <summary>An organisation with a welcome folder and with its meetings' dates in its file, over HTTP.</summary>
public sealed class MeetingDatesTests : IAsyncLifetime
{
    private const string Folder = "https://husrum.example/velkommen.pdf";
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Welcomed_with_the_folder_and_with_the_next_meeting_on_ones_page_from_date_to_invitation_to_who_came()
    {
        var own = await _site.WelcomedAsync("Viggo Lund"); // 11 November
        (await _site.MailsAsync("viggo@post.example")).Single(mail => mail.Template == "volunteer-welcome").Text.ShouldContain("Velkomstmappen finder du på din egen side");
        using var guest = _site.Guest();
        var page = await guest.GetAsync(own);
        page.Page.QuerySelector($"a[href='{Folder}']").ShouldNotBeNull();
        (await guest.GetAsync(own + "&sprog=en")).Page.QuerySelector("a[href='https://husrum.example/welcome.pdf']").ShouldNotBeNull();
        page.Text.ShouldContain("Dine møder Frivilligmøde torsdag den 14. januar 2027");
        page.Text.ShouldContain("Du får en invitation");
        using var karen = await _site.StaffAsync(VolunteerWay.Karen);
        (await karen.GetAsync("/moeder")).Text.ShouldContain("torsdag den 14. januar 2027");

        await _site.TurnToAsync("2026-12-17T09:30"); // four weeks before
        (await _site.MailsAsync("viggo@post.example"))[^1].Template.ShouldBe("gathering-invite");
        var invited = await guest.GetAsync(own);
        var answer = await guest.GetAsync(invited.Page.QuerySelector("a[href^='/moede?t=']")!.GetAttribute("href")!);
        (await answer.PressAsync(("answer", "yes"))).Text.ShouldContain("at du kommer");
        (await guest.GetAsync(own)).Text.ShouldContain("Du kommer.");

        await _site.TurnToAsync("2027-01-14T20:00");
        (await guest.GetAsync(own)).Text.ShouldNotContain("Dine møder");
        using var evening = await _site.StaffAsync(VolunteerWay.Karen);
        var tasks = await evening.GetAsync("/opgaver");
        tasks.Text.ShouldContain("Hvem kom til mødet?");
        Late(tasks).ShouldBeNull();
        await _site.TurnToAsync("2027-01-19T09:00"); // three weekdays on
        using var late = await _site.StaffAsync(VolunteerWay.Karen);
        var overdue = await late.GetAsync("/opgaver");
        Late(overdue).ShouldNotBeNull().ShouldContain("forsinket");
        var meeting = await late.GetAsync(overdue.Page.QuerySelector("a[href^='/moeder/m-']")!.GetAttribute("href")!);
        (await meeting.PressAsync(("came", "yes"), having: "came")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await late.GetAsync("/opgaver")).Text.ShouldNotContain("Hvem kom til mødet?");
    }

    // the rehearsal has other late things
    private static string? Late(Sheet page) => page.Page.QuerySelectorAll(".late").Select(card => card.TextContent).FirstOrDefault(text => text.Contains("hvem der kom", StringComparison.Ordinal));

    private sealed class Site : PagesSite
    {
        protected override bool Demo => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            var usual = DemoOrganisation.Make();
            File.WriteAllText(new DataFolder(DataFolder).DemoMark, "");
            File.WriteAllText(new DataFolder(DataFolder).Organisation, DefaultOrganisation.Write(usual with
            {
                Volunteering = usual.Volunteering! with
                {
                    WelcomeFolder = new Bilingual(Folder, "https://husrum.example/welcome.pdf"),
                    Meetings = [new PlannedMeeting("frivilligmoede-2027-1", GatheringKind.VolunteerMeeting, "aarhus", new(2027, 1, 14), new(17, 0), new(19, 0), "Caféen")],
                },
            }));
        }
    }
}
