namespace Husrum.Durable;

/// <summary>What differs between the two homes.</summary>
public sealed record OrchestrationExecutorOptions
{
    internal const int HostsOwnTimer = -100;

    internal static readonly OrchestrationExecutorOptions Default = new();

    /// <summary>
    /// The longest single timer; a longer one is cut into legs of this length, as the SDK does with 3 days for hosts whose messages cannot sleep longer. Null: any length is one timer.
    /// Histories depend on it: do not change it under running instances.
    /// </summary>
    public TimeSpan? MaximumTimerInterval { get; init; }

    /// <summary>Keep the words of exceptions in what a failed run answers. False where they could quote personal data; the type and the place are always kept.</summary>
    public bool KeepFailureMessages { get; init; } = true;
}
