using Husrum.Core.Calendar;

namespace Husrum.Core.Gatherings;

/// <summary>What happens in a gathering and when. Pure: from its record to steps, each with a key that is done once.</summary>
public static class GatheringPlan
{
    /// <summary>Those invited are told: at once, or at the hour set.</summary>
    public const string Invite = "invite";

    /// <summary>Those who have not answered are asked again, and whoever has come to belong since is invited: five days before at 09:00.</summary>
    public const string Ask = "ask";

    /// <summary>Those who come are reminded: the day before, see <see cref="DayBeforeReminder"/>.</summary>
    public const string Remind = "remind";

    /// <summary>The coordinators are asked who came: at its end.</summary>
    public const string Attendance = "attendance";

    /// <summary>And once more where nobody has noted it: after three weekdays at 09:00.</summary>
    public const string AttendanceAgain = "attendance-again";

    /// <summary>Everybody is told that it is off: at once.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The record is closed: two weeks after.</summary>
    public const string Close = "close";

    private const int AskDaysBefore = 5;
    private const int AttendanceWeekdays = 3;
    private const int CloseDaysAfter = 14;
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>How long a gathering is kept after it was.</summary>
    public const int MonthsKept = 12;

    /// <summary>When it should have been noted who came, UTC: then it is asked for again.</summary>
    public static DateTimeOffset NoteBy(Gathering gathering) => WallTime.ToUtc(Weekdays.Add(WallTime.LocalDate(gathering.Ends), AttendanceWeekdays), Morning);

    /// <summary>The next step; null where nothing more happens.</summary>
    public static GatheringStep? Next(Gathering gathering) => Steps(gathering)
        .Where(step => !gathering.Done.Contains(step.Key, StringComparer.Ordinal))
        .OrderBy(step => step.Due).ThenBy(step => step.Order).FirstOrDefault();

    private static IEnumerable<GatheringStep> Steps(Gathering gathering)
    {
        var (round, changed) = (gathering.Round, gathering.Changed);
        if (gathering.State == GatheringState.Cancelled)
            yield return new(Cancelled, round, changed, 0);
        if (gathering.State != GatheringState.Planned)
            yield break;
        var told = gathering.InviteAt > changed ? gathering.InviteAt.Value : changed;
        var (first, last) = (WallTime.LocalDate(gathering.Starts), WallTime.LocalDate(gathering.Ends));
        yield return new(Invite, round, told, 0);

        // what was due before people heard of it at all is left out
        if (WallTime.ToUtc(first.AddDays(-AskDaysBefore), Morning) is var ask && ask > told.AddDays(1))
            yield return new(Ask, round, ask, 1);
        if (DayBeforeReminder.For(gathering.Starts) is var remind && remind > told)
            yield return new(Remind, round, remind, 2);
        yield return new(Attendance, round, gathering.Ends, 3);
        yield return new(AttendanceAgain, round, NoteBy(gathering), 4);
        yield return new(Close, round, WallTime.ToUtc(last.AddDays(CloseDaysAfter), Morning), 5);
    }
}

/// <summary>Something that happens in a gathering.</summary>
/// <param name="Word">What.</param>
/// <param name="Round">For which time it is held.</param>
/// <param name="Due">When, UTC.</param>
/// <param name="Order">Of two at the same moment the lower is first.</param>
public sealed record GatheringStep(string Word, int Round, DateTimeOffset Due, int Order)
{
    /// <summary>Its key in the gathering.</summary>
    public string Key => FormattableString.Invariant($"{Word}-{Round}");
}
