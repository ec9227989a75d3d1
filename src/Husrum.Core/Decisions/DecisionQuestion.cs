namespace Husrum.Core.Decisions;

/// <summary>A kind of question that a process asks: whom, on what plan, and what is written with it. A process registers one for each.</summary>
public abstract class DecisionQuestion
{
    /// <summary>Its registered name, such as <c>refund-approve</c>: letters, digits and hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>The word that is the answer when time is up; asked for only where the plan has an end.</summary>
    public virtual string DeadlineAnswer => throw new InvalidOperationException($"'{Name}' has no deadline.");

    /// <summary>Reads the case as it stands now, to write one batch on it; null where it is gone.</summary>
    public abstract Task<DecisionCase?> ReadAsync(DecisionRef decision, CancellationToken cancellation);
}
