namespace Husrum.Durable.Execution;

/// <summary>The decisions that wait for an outcome, by number. Numbers run from 0 without gaps, so an array is the index.</summary>
internal sealed class OpenCalls
{
    private IOpenCall?[] _byId = new IOpenCall?[16];
    private List<int>? _cancelledTimers;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are timers.</summary>
    public int Timers { get; private set; }

    public void Open(int id, IOpenCall call)
    {
        if (id >= _byId.Length)
            Array.Resize(ref _byId, Math.Max(_byId.Length * 2, id + 1));
        _byId[id] = call;
        Count++;
        if (call.Kind == CallKind.Timer)
            Timers++;
    }

    /// <summary>Takes the call out, or null where none of that kind waits under the number: an outcome that came twice, after a cancellation, or from before a continue-as-new.</summary>
    public IOpenCall? Close(int id, CallKind kind)
    {
        if ((uint)id >= (uint)_byId.Length || _byId[id] is not { } call || call.Kind != kind)
            return null;
        _byId[id] = null;
        Count--;
        if (kind == CallKind.Timer)
            Timers--;
        return call;
    }

    /// <returns>False where the timer has fired or was cancelled already.</returns>
    public bool Cancel(int timer)
    {
        if (Close(timer, CallKind.Timer) is null)
            return false;
        (_cancelledTimers ??= []).Add(timer);
        return true;
    }

    /// <summary>The timers cancelled since the last time.</summary>
    public IReadOnlyList<int> TakeCancelledTimers()
    {
        var cancelled = _cancelledTimers;
        _cancelledTimers = null;
        return cancelled ?? (IReadOnlyList<int>)[];
    }

    /// <summary>What waits, in words.</summary>
    public IEnumerable<string> Describe()
    {
        for (var id = 0; id < _byId.Length; id++)
        {
            if (_byId[id] is { } call)
                yield return Wording.Of(call.Kind, id, call.Name);
        }
    }
}
