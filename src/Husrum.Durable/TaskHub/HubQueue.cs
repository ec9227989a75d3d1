using System.Collections.Concurrent;

namespace Husrum.Durable.TaskHub;

/// <summary>What the hub's loop is to do: asked for by any thread, taken in hand by the loop's. After a fault whoever waits is told, whatever it waits for.</summary>
internal sealed class HubQueue
{
    private readonly ConcurrentQueue<HubWork> _incoming = new();
    private readonly Queue<HubWork> _again = new();
    private readonly List<HubWork> _inHand = [];
    private volatile Exception? _fault;

    public bool IsWell => _fault is null;

    public bool IsEmpty => _incoming.IsEmpty && _again.Count == 0;

    /// <summary>Any thread.</summary>
    /// <returns>False, and the asker told, where the loop has failed.</returns>
    public bool Add(HubWork work)
    {
        if (_fault is { } fault)
        {
            work.Failed(fault);
            return false;
        }

        _incoming.Enqueue(work);
        if (_fault is { } late)
            work.Failed(late); // it failed meanwhile, and nobody looks into the queue any more
        return true;
    }

    /// <summary>The engine's own work, which nobody waits for. Any thread.</summary>
    public void AddOwn(HubWork work) => _incoming.Enqueue(work);

    /// <summary>Takes what is next in hand, first what is to be done again.</summary>
    public List<HubWork> Take(int most)
    {
        _inHand.Clear();
        while (_inHand.Count < most && (_again.TryDequeue(out var next) || _incoming.TryDequeue(out next)))
            _inHand.Add(next);
        return _inHand;
    }

    /// <summary>After a step that could not be written: callers are told, the engine's own work is done again.</summary>
    public void GiveBack(Exception e)
    {
        foreach (var item in _inHand)
        {
            if (item.IsAnsweredOnFailure)
                item.Failed(e);
            else
                _again.Enqueue(item);
        }
    }

    /// <summary>Nothing more will be done.</summary>
    public void Break(Exception fault)
    {
        _fault = fault;
        foreach (var work in _inHand)
            work.Failed(fault);
        while (_again.TryDequeue(out var work) || _incoming.TryDequeue(out work))
            work.Failed(fault);
    }
}
