using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>A volunteer who is welcome: some fall ill, go on holiday or on leave, take on more, or stop.</summary>
internal static class WorkingLife
{
    /// <summary>What opens a volunteer's own page.</summary>
    public static string Page(Stage stage, string person) => stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(person));

    /// <summary>Plans all of it.</summary>
    public static void Plan(Crowd crowd, Chance chance, string[] functions, string person, DateTimeOffset now)
    {
        BeAway(crowd, chance, person, now);
        if (chance.Happens(0.25, "leave", person))
        {
            var at = now + chance.Between(TimeSpan.FromDays(20), TimeSpan.FromDays(300), "leave at", person);
            var today = WallTime.LocalDate(at);
            crowd.At(at, (stage, cancellation) => stage.Get<LeaveDesk>().AskAsync(Page(stage, person), Yes.Date(today.AddDays(3)), Yes.Date(today.AddDays(40 + chance.Below(130, "leave days", person))), cancellation));
        }

        if (chance.Happens(0.2, "farewell", person))
        {
            var at = now + chance.Between(TimeSpan.FromDays(40), TimeSpan.FromDays(600), "farewell at", person);
            crowd.At(at, (stage, cancellation) => stage.Get<FarewellDesk>().AskAsync(Page(stage, person), Yes.Date(WallTime.LocalDate(at).AddDays(chance.Below(40, "last day", person))), cancellation));
        }

        if (chance.Happens(0.2, "takes on more", person))
            crowd.At(now + chance.Between(TimeSpan.FromDays(10), TimeSpan.FromDays(400), "takes on more at", person), (stage, cancellation) => stage.Get<FunctionDesk>().AskAsync(Page(stage, person), functions[chance.Below(functions.Length, "takes on", person)], "", cancellation));
    }

    private static void BeAway(Crowd crowd, Chance chance, string person, DateTimeOffset now)
    {
        for (var i = 0; i < 3; i++)
        {
            string[] what = [person, i.ToString(CultureInfo.InvariantCulture)];
            var at = now + chance.Between(TimeSpan.FromDays(3), TimeSpan.FromDays(700), ["away at", .. what]);
            var (from, until) = (WallTime.LocalDate(at).AddDays(chance.Below(4, ["away from", .. what])), 1 + chance.Below(10, ["away for", .. what]));
            if (chance.Happens(0.3, ["ill", .. what]))
                crowd.At(at, (stage, cancellation) => stage.Get<AbsenceDesk>().TellAsync(Page(stage, person), Yes.Date(from), Yes.Date(from.AddDays(until)), cancellation));
            else if (chance.Happens(0.3, ["holiday", .. what]))
                crowd.At(at, (stage, cancellation) => stage.Get<AbsenceDesk>().GoAwayAsync(Page(stage, person), Yes.Date(from), Yes.Date(from.AddDays(5 * until)), cancellation));
            if (chance.Happens(0.1, ["home early", .. what]))
                crowd.At(at + TimeSpan.FromDays(until), (stage, cancellation) => stage.Get<AbsenceDesk>().ComeBackAsync(Page(stage, person), Yes.Date(from), cancellation));
        }
    }
}
