using Husrum.Core.Calendar;

namespace Husrum.Functions.Clock;

/// <summary>The steps a clock can be turned by. Days, weeks and months are calendar ones on the Danish wall: the same time of day, whatever summer time does in between.</summary>
internal enum ClockStep
{
    /// <summary><c>næste</c>: to the next thing that happens.</summary>
    Next,

    /// <summary><c>P1D</c></summary>
    Day,

    /// <summary><c>P7D</c></summary>
    Week,

    /// <summary><c>P1M</c>; from 31 January to the last day of February.</summary>
    Month,
}

/// <summary>Reads and works out steps.</summary>
internal static class ClockSteps
{
    /// <summary>The step a word means, or null.</summary>
    public static ClockStep? Read(string? word) => word?.Trim() switch
    {
        "næste" or "naeste" => ClockStep.Next,
        "P1D" => ClockStep.Day,
        "P7D" or "P1W" => ClockStep.Week,
        "P1M" => ClockStep.Month,
        _ => null,
    };

    /// <summary>Where a calendar step leads.</summary>
    public static DateTimeOffset From(DateTimeOffset now, ClockStep step)
    {
        var date = WallTime.LocalDate(now);
        var to = step switch
        {
            ClockStep.Day => date.AddDays(1),
            ClockStep.Week => date.AddDays(7),
            ClockStep.Month => date.AddMonths(1),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
        return WallTime.ToUtc(to, WallTime.LocalTime(now));
    }
}
