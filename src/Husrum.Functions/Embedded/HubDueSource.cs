using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;

namespace Husrum.Functions.Embedded;

/// <summary>The hub's timers, for the clock.</summary>
internal sealed class HubDueSource(SqliteTaskHub hub, IEnumerable<Process> processes) : IDueSource
{
    private readonly string[] _standing = [.. processes.SelectMany(process => process.Standing).Select(standing => standing.InstanceId)];

    public DateTimeOffset? NextDue => hub.NextDue;

    public DateTimeOffset? NextOfInterest => hub.NextDueWithout(_standing);

    public Task WhenIdleAsync() => hub.WhenIdleAsync();

    public void ClockMoved() => hub.ClockMoved();
}
