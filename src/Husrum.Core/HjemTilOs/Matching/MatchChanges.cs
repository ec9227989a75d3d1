using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>Changes of a match.</summary>
internal static class MatchChanges
{
    /// <summary>The week, as people count it.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>A weekday's word in forms.</summary>
    public static string Word(DayOfWeek day) => day.ToString().ToLowerInvariant();

    /// <summary>New times are needed.</summary>
    public static FamilyMatch OfferAgain(FamilyMatch match) =>
        (match with { First = new Meeting(), IsFirstConfirmed = false }).Again("hto-match-offer", PartyQuestions.Of(PickFirstMeeting.Name, Sides.Child), PartyQuestions.Of(PickFirstMeeting.Name, Sides.Family));

    /// <summary>The fixed agreement is made; the year runs from the day of the meeting.</summary>
    public static FamilyMatch Begin(FamilyMatch match, DayOfWeek day, IReadOnlyList<string> values)
    {
        var met = WallTime.LocalDate(match.First!.Booked!.Value);
        HtoWords.TryTime(values[0], out var from);
        HtoWords.TryTime(values[1], out var until);
        return match with
        {
            First = match.First with { HeldOn = met },
            Agreement = new Agreement(VisitPlan.WeekOf(met).AddDays(7), day, from, until, values[2].Length > 0 ? Way.ChildsSide : Way.Family, values[3].Length > 0 ? Way.ChildsSide : Way.Family),
        };
    }
}
