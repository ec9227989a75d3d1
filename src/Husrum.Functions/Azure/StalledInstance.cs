using Husrum.Core.Register;

namespace Husrum.Functions.Azure;

/// <summary>An instance whose episode could not be run, row by its id in <see cref="Partition"/>: its events are in its history, and nothing was decided. Housekeeping wakes it, ever less often.</summary>
/// <param name="InstanceId">Which.</param>
/// <param name="Orchestrator">Its function.</param>
/// <param name="Reason">Why, in words of the program.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="WakeAt">When to wake it next, UTC.</param>
/// <param name="Wakes">How often it was woken.</param>
[RegisterRecord("stalled-instance", 1)]
internal sealed record StalledInstance(string InstanceId, string Orchestrator, string Reason, DateTimeOffset Since, DateTimeOffset WakeAt, int Wakes)
{
    public const string Partition = "stalled";

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>After the next wake-up: each adds a few events to the history, so the pauses double.</summary>
    public StalledInstance Woken(DateTimeOffset now)
    {
        var pause = First * Math.Pow(2, Math.Min(Wakes + 1, 20));
        return this with { Wakes = Wakes + 1, WakeAt = now + (pause < Longest ? pause : Longest) };
    }

    public static StalledInstance New(string instanceId, string orchestrator, string reason, DateTimeOffset now) => new(instanceId, orchestrator, reason, now, now + First, 0);
}
