using NodaTime;

namespace Husrum.Core.Calendar;

/// <summary>
/// Between the clock on a Danish wall (Europe/Copenhagen) and instants in UTC, with the time-zone table that NodaTime carries,
/// never the machine's. Call it in activities and record the outcome: a new table must not change a replay.
/// </summary>
public static class WallTime
{
    /// <summary>
    /// Reads the zone, so that it is there: NodaTime's own copy of the tz database.
    /// </summary>
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    /// <summary>
    /// The instant at which the wall shows this date and time. In spring's missing hour (02:00 to 03:00) the time moves forward by the hour that is
    /// missing (02:30 becomes 03:30 summer time); in autumn's doubled hour the first of the two is meant (summer time).
    /// So nothing is ever early by the wall, and nothing happens twice.
    /// </summary>
    /// <param name="date">Local date.</param>
    /// <param name="time">Local time.</param>
    /// <returns>The instant, in UTC.</returns>
    public static DateTimeOffset ToUtc(DateOnly date, TimeOnly time) =>
        LocalDateTime.FromDateTime(date.ToDateTime(time)).InZoneLeniently(Zone).ToInstant().ToDateTimeOffset();

    /// <summary>The date on the wall at an instant.</summary>
    public static DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The time on the wall at an instant.</summary>
    public static TimeOnly LocalTime(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    private static DateTime Local(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone).LocalDateTime.ToDateTimeUnspecified();
}
