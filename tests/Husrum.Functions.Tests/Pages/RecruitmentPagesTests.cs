using System.Net;
using Husrum.Functions.Pages.Mailbox;

namespace Husrum.Functions.Tests.Pages;

/// <summary>The national leader asks those who have said yes to it, and they get out by the link in it.</summary>
public sealed class RecruitmentPagesTests(OwnRehearsal site) : IClassFixture<OwnRehearsal>
{
    private const string Leader = "landsleder@husrum.example";
    private const string Path = "/frivillige/opfordring";

    [Fact]
    public async Task Asked_because_one_said_yes_and_not_again_after_the_link_was_used()
    {
        using var guest = site.Guest();
        var own = await site.VolunteerAsync("Xenia Holm");
        await site.VolunteerAsync("Ymer Holm"); // has said nothing
        var choice = own.Replace("/frivillig?", "/frivillig/kontakt?", StringComparison.Ordinal);
        await (await guest.GetAsync(choice)).PressAsync(("", ""), [("news", "on")], having: "news");
        using var leader = await site.StaffAsync(Leader);
        var page = await leader.GetAsync("/frivillige");
        page.Page.QuerySelector($"a[href='{Path}']").ShouldNotBeNull();
        var sent = await (await leader.GetAsync(Path)).PressAsync(("", ""), [("department", "aarhus"), ("function", "kommunikationsassistent")], having: "function");
        sent.Text.ShouldContain("Sendt til 1 frivillig.");
        await site.SettleAsync();
        var mail = (await AskedAsync("xenia@post.example")).ShouldHaveSingleItem();
        mail.Text.ShouldContain("kommunikationsassistent");
        (await AskedAsync("ymer@post.example")).ShouldBeEmpty();

        var way = await guest.GetAsync(new Uri(mail.Links.Single(link => link.Contains("/frivillig/kontakt", StringComparison.Ordinal))).PathAndQuery);
        await NoNewsAsync(way);
        var again = await (await leader.GetAsync(Path)).PressAsync(("", ""), [("department", "aarhus"), ("function", "gruppeleder")], having: "function");
        again.Text.ShouldContain("Der er ingen at sende til");
    }

    [Fact]
    public async Task Nobody_but_a_leader_finds_it_and_nothing_chosen_is_said_beside_the_field()
    {
        using var karen = await site.StaffAsync(VolunteerWay.Karen);
        (await karen.GetAsync("/frivillige")).Page.QuerySelector($"a[href='{Path}']").ShouldBeNull();
        (await karen.GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await site.StaffAsync(Leader);
        var empty = await (await leader.GetAsync(Path + "?sprog=en")).PressAsync(("", ""), having: "function");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Problem("department").ShouldNotBeNull();
        empty.Problem("function")!.ShouldContain("Please choose");
    }

    private async Task<IReadOnlyList<MailboxEntry>> AskedAsync(string mailbox) => [.. (await site.MailsAsync(mailbox)).Where(mail => mail.Template == "recruitment-function")];

    // the tick taken off, the rest as it stands
    private static async Task NoNewsAsync(Sheet page)
    {
        var token = page.Value("t");
        using var form = new FormUrlEncodedContent([new("_formular", page.Value("_formular")), new("t", token), new("sprog", "da"), new("phone", ""), new("sms", "on")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/frivillig/kontakt") { Content = form };
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await page.Guest.SendAsync(request)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
