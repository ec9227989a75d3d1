namespace Husrum.Core.Reconciliation;

/// <summary>
/// Danish wall time, worked out a second time. Whoever checks that reminders went at 17:00 may not ask the code that put them there:
/// this is the rule of summer time as people know it, from the last Sunday in March to the last Sunday in October, changing at 01:00 UTC (directive 2000/84/EC).
/// </summary>
internal static class DanishHours
{
    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeOnly Evening = new(20, 0);
    private static readonly TimeOnly LastCall = new(19, 30);

    /// <summary>The instant of a wall time. Wall times that do not exist, or exist twice, are nights in which nothing is due.</summary>
    public static DateTimeOffset Utc(DateOnly day, TimeOnly time)
    {
        var winter = new DateTimeOffset(day.ToDateTime(time), TimeSpan.FromHours(1)).ToUniversalTime();
        return IsSummer(winter) ? winter.AddHours(-1) : winter;
    }

    /// <summary>The day an instant lies in.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The span in which a message that is to be written at a moment may be due: at once; or, outside of the hours for messages (8 to 20), the evening before or the next morning.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Around(DateTimeOffset moment, TimeSpan grace)
    {
        var (day, time) = (Day(moment), TimeOnly.FromDateTime(Local(moment)));
        if (time >= Morning && time < Evening)
            return (moment.AddMinutes(-1), moment + grace);
        var morning = time < Morning ? day : day.AddDays(1);
        var (from, until) = (Utc(morning.AddDays(-1), LastCall), Utc(morning, Morning) + grace);
        return (from < moment ? from : moment, until);
    }

    private static bool IsSummer(DateTimeOffset instant) => instant >= Change(instant.Year, 3) && instant < Change(instant.Year, 10);

    private static DateTimeOffset Change(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return new DateTimeOffset(last.AddDays(-(int)last.DayOfWeek).ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
    }

    private static DateTime Local(DateTimeOffset instant) => instant.UtcDateTime.AddHours(IsSummer(instant.ToUniversalTime()) ? 2 : 1);
}
