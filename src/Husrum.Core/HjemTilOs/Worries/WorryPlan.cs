using Husrum.Core.Calendar;
using Husrum.Core.Decisions;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>While nobody says that they have a worry: after an hour the deputies, after two the leader, and from then on all of them again every four hours. At any hour of any day (house rule; rules-and-sources.md 2.7: what is about safety is never silenced).</summary>
/// <param name="Since">When it was told, UTC.</param>
internal sealed record WorryPlan(DateTimeOffset Since) : IDecisionPlan
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(4);

    /// <inheritdoc />
    public DecisionMoment? Moment(DateOnly askedOn, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        return index <= 2 ? new(index, DecisionStep.Escalate, Since.AddHours(index)) : new(index, DecisionStep.Insist, Since.AddHours(2) + (Again * (index - 2)));
    }
}

/// <summary>"Municipality must acknowledge receipt within 6 weekdays" (rules-and-sources.md 2.3).</summary>
internal static class Receipts
{
    /// <summary>So many weekdays.</summary>
    public const int Weekdays = 6;

    /// <summary>The morning on which it should have come.</summary>
    public static DateTimeOffset Due(DateOnly notifiedOn) => WallTime.ToUtc(Calendar.Weekdays.Add(notifiedOn, Weekdays + 1), DecisionPlan.At);
}
