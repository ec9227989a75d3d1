using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Core.Links;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>What people do unasked in a child's year with a friend family: they move visits and call them off, change the day, fall ill, worry, take their consent back, and some stop early.</summary>
internal static class CourseLife
{
    /// <summary>Plans all of it, for a year that has begun.</summary>
    /// <param name="crowd">Does it.</param>
    /// <param name="chance">What is drawn.</param>
    /// <param name="course">The year's id.</param>
    /// <param name="from">UTC.</param>
    public static void Plan(Crowd crowd, Chance chance, string course, DateTimeOffset from)
    {
        for (var i = 0; i < 8; i++)
        {
            string[] what = [course, i.ToString(CultureInfo.InvariantCulture)];
            var side = chance.Happens(0.5, ["side", .. what]) ? Sides.Child : Sides.Family;
            crowd.At(from + chance.Between(TimeSpan.FromDays(2), TimeSpan.FromDays(350), ["changes", .. what]), (stage, cancellation) => ChangeAsync(stage, chance, course, side, what, cancellation));
        }

        if (chance.Happens(0.15, "stops", course))
            crowd.At(from + chance.Between(TimeSpan.FromDays(30), TimeSpan.FromDays(330), "stops at", course), async (stage, cancellation) => await stage.Get<CourseDesk>().StopAsync(await TokenAsync(stage, course, chance.Happens(0.5, "who stops", course) ? Sides.Child : Sides.Family, cancellation), "", cancellation));
        if (chance.Happens(0.04, "consent", course))
            crowd.At(from + chance.Between(TimeSpan.FromDays(10), TimeSpan.FromDays(330), "consent at", course), async (stage, cancellation) => await stage.Get<CourseDesk>().WithdrawConsentAsync(await TokenAsync(stage, course, Sides.Child, cancellation), cancellation));
        if (chance.Happens(0.1, "worry", course))
            crowd.At(from + chance.Between(TimeSpan.FromDays(10), TimeSpan.FromDays(330), "worry at", course), async (stage, cancellation) => await stage.Get<WorryDesk>().TellAsync(await TokenAsync(stage, course, Sides.Family, cancellation), "Wellbeing", chance.Happens(0.3, "notified", course) ? "ByUs" : "None", cancellation));
    }

    private static async Task ChangeAsync(Stage stage, Chance chance, string course, string side, string[] what, CancellationToken cancellation)
    {
        var (desk, token) = (stage.Get<CourseDesk>(), await TokenAsync(stage, course, side, cancellation));
        if (await desk.ViewAsync(token, cancellation) is not { Picture.Next: { } next, Course: { Pauses: not [.., { IsOver: false }] } })
            return;
        var today = WallTime.LocalDate(stage.Now);
        switch (chance.Of(["what", .. what]))
        {
            case < 0.45:
                var day = next.Week.AddDays(chance.Below(7, ["moved to", .. what]));
                await desk.MoveAsync(token, Yes.Date(next.Week), Yes.Date(day), chance.Happens(0.5, ["at", .. what]) ? "14:30" : "16:00", cancellation);
                break;
            case < 0.7:
                await desk.CallOffAsync(token, Yes.Date(next.Week), cancellation);
                break;
            case < 0.85:
                await desk.ChangeDayAsync(token, ((DayOfWeek)chance.Below(7, ["day", .. what])).ToString(), "15:30", "18:30", cancellation);
                break;
            default:
                var until = chance.Happens(0.7, ["until", .. what]) ? Yes.Date(today.AddDays(3 + chance.Below(25, ["ill", .. what]))) : "";
                await desk.RestAsync(token, PauseReason.Illness, Yes.Date(today.AddDays(chance.Below(5, ["from", .. what]))), until, cancellation);
                break;
        }
    }

    // by the link of the side's first person; none where the year is not written yet
    private static async Task<string> TokenAsync(Stage stage, string course, string side, CancellationToken cancellation)
    {
        var stored = await stage.Get<CaseBook<FamilyCourse>>().GetAsync(course, cancellation);
        return stored?.Value.Side(side) is [var party, ..] ? stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(course, party.PersonId)) : "";
    }
}
