using Husrum.Core.Organisations;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>rules-and-sources.md 4.1 no. 4: somebody in the household turns 15 in the fifth month. Whether visits rest meanwhile is the owner's to decide; here they chose to be asked.</summary>
public sealed class TurnsFifteenTests
{
    [Fact]
    public async Task A_child_of_the_household_turns_15_nobody_consents_for_14_days_it_is_ordered_again_and_visits_rest_until_it_is_there()
    {
        await using var play = await Play.StartAsync(programme => programme with { MissingCertificate = MissingCertificate.AskToPause });
        play.Phones["+4520304055"] = "yrsa";
        await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", [.. Households.Family("Toften 5", "Thursday", ("Yrsa Lund", "1984-03-02", "yrsa"), ("Ragna Lund", "2012-02-16", null)), ("phone", "20 30 40 55")]);
        await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Tilde Storm", "2019-04-01", "Ymer", [.. Households.Guardian(1, "Ninna Storm")]));
        await play.AnswerAllAsync();
        await play.GoToAsync("2026-09-07T10:00");
        await play.ProposeAsync("Tilde Storm", "Yrsa Lund", "En pige på syv.", "En mor og hendes datter på 14.");

        // the birthday is 16 February; the first order is not consented to, the second is, and it comes on the 15th of March
        await play.GoToAsync("2027-02-16T08:00");
        foreach (var kind in new[] { "boerneattest", "straffeattest" })
        {
            play.Answers[$"family-{kind}-consent"] = q => q.Round == 1 ? null : new("done");
            play.Answers[$"family-{kind}-outcome"] = q => q.Round == 1
                ? play.Now < new DateTime(2027, 3, 3) ? null : new("no-consent", ("deleted", "on"))
                : play.Now < new DateTime(2027, 3, 15) ? null : new("clean", ("deleted", "on"));
        }

        play.Answers["family-missing"] = _ => new("pause");
        play.Answers["hto-prolong"] = _ => new("keep");
        await play.GoToAsync("2027-04-10T20:00");
        await play.ShouldMatchAsync("4-turns-fifteen");
    }
}
