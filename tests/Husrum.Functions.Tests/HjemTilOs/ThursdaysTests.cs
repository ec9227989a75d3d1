using System.Net;
using Husrum.Core.Calendar;
using Husrum.Functions.Tests.Pages;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>rules-and-sources.md 4.1 no. 6: Thursdays, with Kristi himmelfart, week 42, the summer, and the night of the clock.</summary>
public sealed class ThursdaysTests
{
    [Fact]
    public async Task Thursdays_through_week_42_the_night_of_the_clock_ascension_day_and_the_summer()
    {
        await using var play = await Play.StartAsync();
        play.Phones["+4520304056"] = "liselotte";
        play.Phones["+4520304057"] = "gerner";
        play.Answers["hto-holiday"] = q => (q.Who, q.Name[^10..]) switch
        {
            ("gerner", "2026-10-10") => new("none"), // week 42: the family is away
            ("liselotte", "2027-05-06") => null, // Kristi himmelfart: nobody says no
            ("gerner", "2027-06-26") => new("some", ("day-2027-06-28", "on")), // the summer: only one of the days
            _ => new("all"),
        };
        await play.SendAsync("/hjem-til-os/bliv-venskabsfamilie", [.. Households.Family("Mosen 1", "Thursday", ("Gerner Moss", "1984-03-02", "gerner"), ("Vibe Moss", "2018-07-19", null)), ("phone", "20 30 40 57")]);
        await play.SendAsync("/hjem-til-os/henvisning", Households.Referral("Nanna Kær", "2019-04-01", "Zita", [.. Households.Guardian(1, "Liselotte Kær", "20 30 40 56")]));
        await play.AnswerAllAsync();
        await play.GoToAsync("2026-09-04T10:00");
        await play.ProposeAsync("Nanna Kær", "Gerner Moss", "En pige på syv.", "En far og hans datter på otte.");

        // the visit of Easter week is moved to the Sunday on which the clock goes forward
        await play.GoToAsync("2027-03-22T12:00");
        using (var gerner = play.Site.Guest())
        {
            var page = await gerner.GetAsync(await play.Site.LinkToAsync("gerner@post.example", "hto-started"));
            var moved = await page.PressAsync(("do", "move"), [("week", "2027-03-22"), ("day", "2027-03-28"), ("from", "15:00")], having: "week");
            moved.Status.ShouldBe(HttpStatusCode.OK, moved.Text);
            await play.Site.SettleAsync();
        }

        await play.GoToAsync("2027-09-10T20:00");
        await play.ShouldMatchAsync("6-thursdays");

        // 17:00 on the wall is 15:00 in UTC in summer and 16:00 in winter
        foreach (var (day, hour) in ((string, int)[])[("2026-10-21", 15), ("2026-10-28", 16), ("2027-03-17", 16), ("2027-03-27", 16), ("2027-03-31", 15), ("2027-05-05", 15)])
            (await play.Site.MailsAsync("+4520304056")).ShouldContain(sms => sms.Template == "hto-visit-reminder" && WallTime.LocalDate(sms.Due) == DateOnly.ParseExact(day, "yyyy-MM-dd", null) && sms.Due.UtcDateTime.Hour == hour && sms.Due.UtcDateTime.Minute == 0, day);
    }
}
