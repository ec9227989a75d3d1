using System.Net;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>rules-and-sources.md 4.1 no. 1: from the referral to the farewell, with a consent that takes ten days and a family that says no.</summary>
public sealed class DeclinedOnceTests
{
    [Fact]
    public async Task A_seven_year_old_whose_father_takes_ten_days_and_whose_first_family_says_no_has_a_year_with_the_second()
    {
        await using var play = await Play.StartAsync();
        play.Answers["referral-consent"] = q => q.Who == "derek" && play.Now < new DateTime(2026, 9, 10, 18, 0, 0) ? null : new("given", ("municipality", "on"), ("own", "on"));
        play.Answers["hto-match-ask"] = q => new(q.Who is "dagny" or "eskild" ? "no" : "yes");
        play.Phones["+4520304051"] = "malene";
        play.Phones["+4520304052"] = "merle";

        (await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", Households.Family("Skovvej 12", "Thursday", ("Dagny Skovbo", "1984-03-02", "dagny"), ("Eskild Skovbo", "1981-07-19", "eskild")))).Status.ShouldBe(HttpStatusCode.OK);
        (await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", [.. Households.Family("Engvej 4", "Thursday", ("Merle Åkjær", "1986-01-11", "merle"), ("Pil Åkjær", "2020-05-05", null)), ("phone", "20 30 40 52")])).Status.ShouldBe(HttpStatusCode.OK);
        (await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Silja Brink", "2019-04-01", "Torunn", [.. Households.Guardian(1, "Malene Brink", "20 30 40 51"), .. Households.Guardian(2, "Derek Brink", language: "en")]))).Status.ShouldBe(HttpStatusCode.OK);
        await play.AnswerAllAsync();

        // nothing is proposed while one consent is missing
        await play.GoToAsync("2026-09-10T12:00");
        using (var karen = await play.KarenAsync())
            (await karen.GetAsync("/match")).Text.ShouldNotContain("Silja Brink");
        await play.GoToAsync("2026-09-14T10:00");
        await play.ProposeAsync("Silja Brink", "Dagny Skovbo", "En pige på syv, der gerne vil bage.", "To voksne med en have.");
        await play.GoToAsync("2026-09-15T10:00");
        await play.ProposeAsync("Silja Brink", "Merle Åkjær", "En pige på syv, der gerne vil bage.", "En mor og hendes datter på seks.");
        await play.GoToAsync("2027-09-20T20:00");
        await play.ShouldMatchAsync("1-declined-once");
    }
}
