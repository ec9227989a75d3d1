using System.Net;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>rules-and-sources.md 4.1 no. 2: barnets lov § 54 stk. 2 for a child at a børne- og ungehjem.</summary>
public sealed class InstitutionTests
{
    [Fact]
    public async Task A_child_at_a_childrens_home_needs_no_consent_but_informed_parents_a_visit_and_a_meeting_first_and_the_contact_person_gets_the_messages()
    {
        await using var play = await Play.StartAsync();
        play.Phones["+4520304053"] = "palle";
        play.Answers["referral-start-meeting"] = _ => play.Now < new DateTime(2026, 9, 11, 18, 0, 0) ? null : new("held", ("heldOn", "2026-09-10"));
        await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", Households.Family("Bakken 2", "Tuesday", ("Gudrun Lyng", "1979-03-02", "gudrun"), ("Anker Lyng", "1978-07-19", "anker")));

        // the day on which the parents were informed must be written
        (string, string)[] place = [("living", "childrens-home"), ("placementName", "Solsikken"), ("placementContact", "Palle Solsikke"), ("placementEmail", "palle@solsikken.example"), ("placementPhone", "20 30 40 53")];
        var wrong = await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Bjarke Holt", "2017-06-01", "Ulrik", place));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("informedOn").ShouldNotBeNull();
        var sent = await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Bjarke Holt", "2017-06-01", "Ulrik", [.. place, ("informedOn", "2026-08-20"), ("informedBy", "Ulrik Kommune")]));
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Text);
        await play.AnswerAllAsync();

        // not on the waiting list before the start-up meeting
        await play.GoToAsync("2026-09-11T12:00");
        using (var karen = await play.KarenAsync())
            (await karen.GetAsync("/match")).Text.ShouldNotContain("Bjarke Holt");
        await play.GoToAsync("2026-09-14T10:00");
        await play.ProposeAsync("Bjarke Holt", "Gudrun Lyng", "En dreng på ni, der kan lide at fiske.", "To voksne ved vandet.");
        await play.GoToAsync("2026-10-09T20:00");
        await play.ShouldMatchAsync("2-childrens-home");
    }
}
