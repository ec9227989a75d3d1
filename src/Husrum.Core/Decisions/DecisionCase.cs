using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Decisions;

/// <summary>One reading of a case. What it adds to a batch holds only while the case has not changed since (the process sees to that with the row's version).</summary>
public abstract class DecisionCase
{
    /// <summary>What happens while nobody answers.</summary>
    public abstract IDecisionPlan Plan { get; }

    /// <summary>Set where the question must not be put any more: the word that stands in for an answer, such as <c>withdrawn</c>.</summary>
    public abstract string? Moot { get; }

    /// <summary>The word that is the answer when time is up, where it depends on the case; null for the question's own.</summary>
    public virtual string? DeadlineAnswer => null;

    /// <summary>Where a moment that is due now should come later, UTC: whoever is asked is away. Null where it comes now.</summary>
    public virtual DateTimeOffset? Later(DecisionStep step, DateTimeOffset now) => null;

    /// <summary>Who may be asked now, step by step; a step may be empty.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<Reachable>>> ChainAsync(CancellationToken cancellation);

    /// <summary>Adds what belongs to the asking: the case's new state, its timeline, and, where nobody could be asked, word to those who can mend that.</summary>
    public abstract Task WriteAskedAsync(RegisterBatch batch, DecisionRecord decision, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Adds a link and a message to one who is asked for the first time.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="decision">The question, with this person already among those asked.</param>
    /// <param name="person">Who.</param>
    /// <param name="escalated">True where others were asked before in vain.</param>
    /// <param name="now">UTC.</param>
    public abstract void WriteAsk(RegisterBatch batch, DecisionRecord decision, Reachable person, bool escalated, DateTimeOffset now);

    /// <summary>Adds what belongs to a moment: the timeline, the reminders to those named, word to those who look after the program.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="decision">The question; those asked now are already in it and get their message by <see cref="WriteAsk"/>.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="remind">Whom to remind; empty where others are asked instead, or where a later reminder is due already.</param>
    /// <param name="stuck">True where the chain has come to its end without an answer.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    public abstract Task WriteMomentAsync(RegisterBatch batch, DecisionRecord decision, DecisionMoment moment, IReadOnlyList<Reachable> remind, bool stuck, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Until when a moment's messages are of use, UTC: until the next moment that says the same, so that a provider that was out of reach for hours does not bring them both at once. Null where what comes next is something else, or nothing.</summary>
    /// <param name="decision">The question, as it stands after the moment.</param>
    /// <param name="moment">The moment.</param>
    protected DateTimeOffset? UsefulUntil(DecisionRecord decision, DecisionMoment moment) =>
        Plan.Moment(decision.AskedOn, moment.Index + 1) is { Step: DecisionStep.Remind or DecisionStep.Insist } ? decision.NextMoment : null;
}
