using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>What the code decided and the history does not hold yet, in the order of the numbers. One number runs through all kinds.</summary>
internal sealed class Decisions
{
    private readonly List<OrchestratorAction?> _pending = [];
    private int _first;
    private int _next;

    /// <summary>The next decision's number, used up by asking.</summary>
    public int TakeId() => _next++;

    public bool IsEmpty => _first == _pending.Count;

    public void Add(OrchestratorAction action) => _pending.Add(action);

    /// <summary>Strikes out the decision that the history confirms.</summary>
    /// <returns>The decision with that number if it is another one (or null if there is none), for the error; otherwise <paramref name="isConfirmed"/>.</returns>
    public OrchestratorAction? Confirm(int id, CallKind kind, string name, out bool isConfirmed)
    {
        for (var i = _first; i < _pending.Count; i++)
        {
            if (_pending[i] is not { } action || action.Id != id)
                continue;
            isConfirmed = Wording.KindOf(action) == kind && string.Equals(Wording.NameOf(action), name, StringComparison.OrdinalIgnoreCase);
            if (isConfirmed)
                Strike(i);
            return action;
        }

        isConfirmed = false;
        return null;
    }

    public OrchestratorAction? FirstPending()
    {
        for (var i = _first; i < _pending.Count; i++)
        {
            if (_pending[i] is { } action)
                return action;
        }

        return null;
    }

    /// <summary>Gives out what is pending; from now on it counts as committed.</summary>
    public void MoveTo(ICollection<OrchestratorAction> actions)
    {
        for (var i = _first; i < _pending.Count; i++)
        {
            if (_pending[i] is { } action)
                actions.Add(action);
        }

        _pending.Clear();
        _first = 0;
    }

    private void Strike(int i)
    {
        _pending[i] = null;
        while (_first < _pending.Count && _pending[_first] is null)
            _first++;
        if (_first == _pending.Count)
        {
            _pending.Clear();
            _first = 0;
        }
    }
}
