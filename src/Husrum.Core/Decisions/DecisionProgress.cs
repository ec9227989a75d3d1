namespace Husrum.Core.Decisions;

/// <summary>Where a question stands, as an activity tells its orchestrator. Words and times only.</summary>
/// <param name="Answer">The answer, or null while open.</param>
/// <param name="NextIndex">The next moment's index.</param>
/// <param name="NextMoment">When it is, UTC; null when there is none.</param>
public sealed record DecisionProgress(string? Answer, int NextIndex, DateTimeOffset? NextMoment)
{
    internal static DecisionProgress Of(DecisionRecord record) => new(record.Answer, record.MomentsDone + 1, record.NextMoment);
}

/// <summary>The event that an answer raises.</summary>
/// <param name="Answer">The word.</param>
public sealed record DecisionAnswered(string Answer);

/// <summary>Input of <see cref="DecisionMomentActivity"/>.</summary>
/// <param name="Decision">The question.</param>
/// <param name="Index">Which moment.</param>
public sealed record DecisionMomentInput(DecisionRef Decision, int Index);
