using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.Register;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>rules-and-sources.md 4.1 no. 5: month ten, the family says no.</summary>
public sealed class FamilyStopsTests
{
    [Fact]
    public async Task The_family_says_no_in_month_ten_the_parents_hear_it_afterwards_the_child_is_visited_and_has_a_new_family()
    {
        await using var play = await Play.StartAsync();
        play.Answers["hto-future-wish"] = _ => new("stop");
        play.Answers["hto-extravisit-held"] = _ => new("held-rematch");
        await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", Households.Family("Højen 3", "Thursday", ("Solvej Krat", "1984-03-02", "solvej"), ("Evald Krat", "1981-07-19", "evald")));
        await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Ingolf Bro", "2018-04-01", "Xander", [.. Households.Guardian(1, "Janni Bro")]));
        await play.AnswerAllAsync();
        await play.GoToAsync("2026-09-07T10:00");
        await play.ProposeAsync("Ingolf Bro", "Solvej Krat", "En dreng på otte.", "To voksne.");

        // the other family applies while the year runs
        await play.GoToAsync("2027-08-30T10:00");
        await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", Households.Family("Dalen 9", "Thursday", ("Thyra Sand", "1980-03-02", "thyra"), ("Birger Sand", "1979-07-19", "birger")));
        await play.GoToAsync("2027-09-11T20:00");
        await play.ShouldMatchAsync("5-the-family-stops");

        // the first match is deleted a year after it was made; the new one goes on from the same referral
        await play.GoToAsync("2027-09-20T10:00");
        await play.ProposeAsync("Ingolf Bro", "Thyra Sand", "En dreng på ni.", "To voksne.");
        await play.GoToAsync("2027-10-09T20:00");
        await play.ShouldMatchAsync("5-the-next-family", from: "2027-09-12");
        var referral = play.Cases.Single(partition => partition.StartsWith("referral:", StringComparison.Ordinal));
        var match = (await play.Site.Part<IRegister>().GetAsync<FamilyMatch>(play.Cases.Last(partition => partition.StartsWith("match:", StringComparison.Ordinal)), CaseRecord.Row, TestContext.Current.CancellationToken)).ShouldNotBeNull().Value;
        ("referral:" + match.ReferralId).ShouldBe(referral);
    }
}
