namespace Husrum.Durable;

/// <summary>What differs between the two homes.</summary>
public sealed record OrchestrationExecutorOptions
{
    /// <summary>The longest single timer; a longer one is cut into legs of this length. Null: any length is one timer.</summary>
    public TimeSpan? MaximumTimerInterval { get; init; }
}
