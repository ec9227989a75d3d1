using Husrum.Core.People;

namespace Husrum.Functions.Messages;

/// <summary>
/// How many messages an address gets that anybody may have caused by typing it, so that nobody's mailbox is filled. In memory: a restart forgives.
/// </summary>
/// <param name="perHour">So many in an hour; more wait until there is room.</param>
/// <param name="perDay">So many in a day and night; more become one.</param>
internal sealed class AddressThrottle(int perHour, int perDay)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private const int ManyAddresses = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Sent> _sent = [];

    /// <summary>Counts one more to an address, where there is room.</summary>
    public ThrottleTurn Next(string address, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_sent.Count >= ManyAddresses)
                Forget(now);
            var key = EmailKey.IndexRow(Mailbox(address));
            if (!_sent.TryGetValue(key, out var sent))
                _sent[key] = sent = new Sent();
            sent.Moments.RemoveAll(moment => moment <= now - Day);
            if (sent.Moments.Count >= perDay)
                return new ThrottleTurn(ThrottleTurnKind.Merge, now);
            var lastHour = sent.Moments.Where(moment => moment > now - Hour).ToList();
            if (lastHour.Count >= perHour)
                return new ThrottleTurn(ThrottleTurnKind.Wait, lastHour[0] + Hour);
            sent.Moments.Add(now);
            return new ThrottleTurn(ThrottleTurnKind.Go, now);
        }
    }

    /// <summary>True for the first that is left out on a day: it is what the one in the place of all is sent for.</summary>
    public bool IsFirstMerged(string address, DateTimeOffset now)
    {
        lock (_lock)
        {
            var sent = _sent[EmailKey.IndexRow(Mailbox(address))];
            if (sent.Merged > now - Day)
                return false;
            sent.Merged = now;
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, _) in _sent.Where(pair => pair.Value.Moments.All(moment => moment <= now - Day)).ToList())
            _sent.Remove(key);
    }

    // what stands after a plus comes to the same mailbox
    private static string Mailbox(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus > 0 && plus < at ? address.Remove(plus, at - plus) : address;
    }

    private sealed class Sent
    {
        public List<DateTimeOffset> Moments { get; } = [];

        public DateTimeOffset Merged { get; set; }
    }
}

/// <summary>Whether there is room.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="At">With <see cref="ThrottleTurnKind.Wait"/>: when there is room again, UTC.</param>
internal readonly record struct ThrottleTurn(ThrottleTurnKind Kind, DateTimeOffset At);

/// <summary>What to do with a message to an address.</summary>
internal enum ThrottleTurnKind
{
    /// <summary>Send it.</summary>
    Go,

    /// <summary>Later.</summary>
    Wait,

    /// <summary>Leave it out; one goes in the place of all.</summary>
    Merge,
}
