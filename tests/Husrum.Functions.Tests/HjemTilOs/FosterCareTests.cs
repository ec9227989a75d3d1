using System.Net;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>rules-and-sources.md 4.1 no. 3: a foster family is no placement of barnets lov § 54 stk. 2.</summary>
public sealed class FosterCareTests
{
    [Fact]
    public async Task For_a_child_in_foster_care_the_exception_is_refused_and_both_parents_consent()
    {
        await using var play = await Play.StartAsync();
        play.Phones["+4520304054"] = "plet";
        play.Answers["referral-consent"] = q => q.Who == "regnar" && play.Now < new DateTime(2026, 9, 3, 18, 0, 0) ? null : new("given", ("municipality", "on"), ("own", "on"));
        await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", Households.Family("Åsen 8", "Friday", ("Hjørdis Rask", "1988-03-02", "hjoerdis"), ("Trine Rask", "1990-07-19", "trine")));

        (string, string)[] place = [("living", "foster"), ("placementName", "Familien Plet"), ("placementContact", "Plet Plejer"), ("placementEmail", "plet@post.example"), ("placementPhone", "20 30 40 54")];
        var refused = await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Sirius Falk", "2018-02-01", "Viola", [.. place, ("informedOn", "2026-08-20"), ("informedBy", "Viola Kommune")]));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problem("guardian1Name").ShouldNotBeNull();
        var sent = await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Sirius Falk", "2018-02-01", "Viola", [.. place, .. Households.Guardian(1, "Signe Falk"), .. Households.Guardian(2, "Regnar Falk")]));
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Text);
        await play.AnswerAllAsync();

        // one consent is not both
        await play.GoToAsync("2026-09-03T12:00");
        using (var karen = await play.KarenAsync())
            (await karen.GetAsync("/match")).Text.ShouldNotContain("Sirius Falk");
        await play.GoToAsync("2026-09-07T10:00");
        await play.ProposeAsync("Sirius Falk", "Hjørdis Rask", "En dreng på otte, der spiller fodbold.", "To voksne og en hund.");
        await play.GoToAsync("2026-09-26T20:00");
        await play.ShouldMatchAsync("3-foster-care");
    }
}
