using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>
/// External events and the waits for them. An event is kept until a wait that is still alive takes it; among several waits for one name the oldest is served first.
/// (The official SDK serves the youngest, and a wait that timed out goes on taking events: that is how a decision gets lost.)
/// </summary>
internal sealed class EventInbox(OrchestratorTurns turns)
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);
    private long _arrivals;

    /// <summary>How many waits are alive.</summary>
    public int Waits { get; private set; }

    /// <summary>Gives an event to the oldest living wait for its name, or keeps it.</summary>
    public void Raise(HistoryEvent e)
    {
        var waits = SlotOf(e.EventRaised.Name).Waits;
        while (waits.TryDequeue(out var wait))
        {
            if (!wait.IsAlive)
                continue;
            Waits--;
            wait.Take(e.EventRaised.Input);
            return;
        }

        Keep(e);
    }

    /// <summary>Keeps an event without giving it to anybody.</summary>
    public void Keep(HistoryEvent e) => SlotOf(e.EventRaised.Name).Kept.Enqueue((_arrivals++, e));

    /// <summary>Takes the oldest kept event of that name, or waits for one.</summary>
    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        var slot = SlotOf(name);
        var wait = new EventWait<T>(this, name);
        if (slot.Kept.TryDequeue(out var kept))
        {
            wait.Take(kept.Event.EventRaised.Input);
            return wait.Task;
        }

        while (slot.Waits.TryPeek(out var oldest) && !oldest.IsAlive)
            slot.Waits.Dequeue();
        slot.Waits.Enqueue(wait);
        Waits++;
        wait.ListenTo(cancellation);
        return wait.Task;
    }

    /// <summary>Takes out all events that nobody took, in the order they came.</summary>
    public IEnumerable<HistoryEvent> TakeKept()
    {
        var kept = _slots.Values.SelectMany(slot => slot.Kept).OrderBy(one => one.Arrival).Select(one => one.Event).ToList();
        foreach (var slot in _slots.Values)
            slot.Kept.Clear();
        return kept;
    }

    /// <summary>What is waited for, in words.</summary>
    public IEnumerable<string> Describe() => _slots.SelectMany(slot => slot.Value.Waits.Where(wait => wait.IsAlive).Select(_ => $"event '{slot.Key}'"));

    /// <summary>A wait was cancelled.</summary>
    /// <returns>False where that did not come from the orchestrator's own code.</returns>
    public bool Withdraw()
    {
        if (!turns.IsOwnCancellation())
            return false;
        Waits--;
        return true;
    }

    private Slot SlotOf(string name)
    {
        if (!_slots.TryGetValue(name, out var slot))
            _slots.Add(name, slot = new Slot());
        return slot;
    }

    private sealed class Slot
    {
        public Queue<(long Arrival, HistoryEvent Event)> Kept { get; } = new();

        public Queue<IEventWait> Waits { get; } = new();
    }
}
