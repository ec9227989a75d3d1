using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;

namespace Husrum.Functions.Embedded;

/// <summary>The hub's timers, for the clock.</summary>
internal sealed class HubDueSource(SqliteTaskHub hub) : IDueSource
{
    public DateTimeOffset? NextDue => hub.NextDue;

    public Task WhenIdleAsync() => hub.WhenIdleAsync();

    public void ClockMoved() => hub.ClockMoved();
}
