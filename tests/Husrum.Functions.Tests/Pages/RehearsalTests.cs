using System.Net;
using System.Text.Json;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class RehearsalTests(DemoSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_mailbox_is_open_to_this_machine_and_to_nobody_through_a_proxy()
    {
        using var guest = site.Guest();
        (await guest.GetAsync("/postkasse")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var header in (string[])["X-Forwarded-For", "Forwarded"])
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/postkasse.json");
            request.Headers.Add(header, "for=192.0.2.7");
            ((int)(await guest.SendAsync(request)).Status).ShouldBeInRange(302, 303);
        }
    }

    [Fact]
    public async Task The_mailbox_as_json_has_the_contracts_names_and_links_that_work()
    {
        using var guest = site.Guest();
        using var box = JsonDocument.Parse(await guest.Http.GetStringAsync("/postkasse.json", Cancellation));
        var paid = box.RootElement.EnumerateArray().First(message => message.GetProperty("template").GetString() == "refund-paid");
        paid.EnumerateObject().Select(property => property.Name).ShouldBe(["key", "channel", "template", "language", "to", "subject", "text", "html", "links", "due", "sent", "state"]);
        paid.GetProperty("channel").GetString().ShouldBe("email");
        paid.GetProperty("state").GetString().ShouldBe("sent");
        (await guest.GetAsync(paid.GetProperty("links")[0].GetString()!)).Text.ShouldContain("Betalt");
    }

    [Fact]
    public async Task The_clock_answers_programs_with_now_and_people_with_the_page()
    {
        using var guest = site.Guest();
        using var past = await TurnAsync(guest, ("til", "2026-08-30T08:00"));
        (await past.Content.ReadAsStringAsync(Cancellation)).ShouldBe("{\"now\":\"2026-08-31T08:00:00+02:00\"}");
        using var wrong = await TurnAsync(guest, ("skridt", "P9X"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var page = await guest.GetAsync("/ur");
        page.Page.QuerySelectorAll("button[name=skridt]").Select(button => button.GetAttribute("value")).ShouldBe(["næste", "P1D", "P7D", "P1M"]);
        var turned = await page.PressAsync(("", ""), [("til", "2026-08-30T08:00")], having: "til");
        turned.Status.ShouldBe(HttpStatusCode.SeeOther);
        turned.Location.ShouldBe("/ur");
    }

    [Fact]
    public async Task A_page_on_another_site_cannot_turn_the_clock()
    {
        using var guest = site.Guest();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ur/frem") { Content = new FormUrlEncodedContent([new("skridt", "P1M")]) };
        request.Headers.Add("Origin", "https://elsewhere.example");
        (await guest.SendAsync(request)).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var browser = new HttpRequestMessage(HttpMethod.Post, "/ur/frem") { Content = new FormUrlEncodedContent([new("skridt", "P1M")]) };
        browser.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await guest.SendAsync(browser)).Status.ShouldBe(HttpStatusCode.BadRequest); // no token
    }

    private static async Task<HttpResponseMessage> TurnAsync(Guest guest, (string Name, string Value) by)
    {
        using var form = new FormUrlEncodedContent([new(by.Name, by.Value)]);
        return await guest.Http.PostAsync("/ur/frem", form, Cancellation);
    }
}
