namespace Husrum.Durable.Tests.Crash;

/// <summary>What outlives a power cut: what callers were told, what the world saw, and the time. Each effect has a number of its own; the activity returns it.</summary>
internal sealed class Outside
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = [];
    private readonly List<Effect> _effects = [];

    /// <param name="Key">Which effect.</param>
    /// <param name="Number">The number it returned.</param>
    /// <param name="Saw">The numbers of former effects, as the orchestration handed them over.</param>
    /// <param name="At">When, on the hub's clock.</param>
    public sealed record Effect(string Key, int Number, string Saw, DateTimeOffset At);

    public required DateTimeOffset Now { get; set; }

    /// <summary>Power cuts so far.</summary>
    public int Cuts { get; private init; }

    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (_lock)
                return [.. _effects];
        }
    }

    /// <summary>As it stands now, for the life after a cut.</summary>
    public Outside AfterCut(DateTimeOffset now)
    {
        var copy = new Outside { Now = now, Cuts = Cuts + 1 };
        lock (_lock)
        {
            copy._told.UnionWith(_told);
            copy._effects.AddRange(_effects);
        }

        return copy;
    }

    /// <summary>True where nobody was told anything more, and nothing more happened.</summary>
    public bool IsSameAs(Outside other) => _told.Count == other._told.Count && _effects.Count == other._effects.Count && Now == other.Now;

    public int Count(string key)
    {
        lock (_lock)
            return _effects.Count(e => e.Key == key);
    }

    public string See(string key, string saw, DateTimeOffset at)
    {
        lock (_lock)
        {
            var effect = new Effect(key, _effects.Count + 1, saw, at);
            _effects.Add(effect);
            return effect.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public bool WasTold(string act)
    {
        lock (_lock)
            return _told.Contains(act);
    }

    public void Tell(string act)
    {
        lock (_lock)
            _told.Add(act);
    }
}
