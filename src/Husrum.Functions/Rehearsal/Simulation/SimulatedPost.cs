using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Messages;
using Husrum.Functions.Messages;
using Husrum.Functions.Rehearsal.Simulation.Population;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>
/// The world's post: takes messages, now and then badly, as the documents of providers allow: it may not take one, or take it and not say so; it knows a repeat for five minutes;
/// in some weeks it is down for hours; reports come late, twice or not at all. It counts what really reached somebody, by name and by what it says. It outlives the program.
/// </summary>
/// <param name="chance">What is drawn.</param>
/// <param name="crowd">Brings the reports.</param>
/// <param name="faults">False for a post that never fails.</param>
internal sealed class SimulatedPost(Chance chance, Crowd crowd, bool faults)
{
    private static readonly TimeSpan Remembers = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SameTime = TimeSpan.FromHours(2);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestDown = TimeSpan.FromHours(40);

    private readonly Dictionary<Guid, (int Tries, int Reached, DateTimeOffset First)> _known = [];
    private readonly Dictionary<string, DateTimeOffset> _said = new(StringComparer.Ordinal);
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Messages that reached somebody.</summary>
    public long Reached { get; private set; }

    /// <summary>Those of them that had reached them before.</summary>
    public List<string> Twice { get; } = [];

    /// <summary>Tries that went wrong, by what happened.</summary>
    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>A number for everything that was sent, to whom and when: equal in two runs that are equal.</summary>
    public string Digest => Convert.ToHexStringLower(_digest.GetCurrentHash())[..32];

    /// <summary>The provider, by a stage's clock.</summary>
    public IMessageProvider At(TimeProvider time) => new Provider(this, time);

    private SendResult Take(OutgoingMessage message, DateTimeOffset now)
    {
        var (tries, reached, first) = _known.GetValueOrDefault(message.Id, (0, 0, now));
        var what = $"{message.Id:N}/{tries}";
        var knows = reached > 0 && now - first < Remembers;
        var drawn = faults ? chance.Of("post", what) : 1;
        _known[message.Id] = (tries + 1, reached, first);
        if (IsDown(now))
            return Fault("down", new SendResult(SendOutcome.NotTaken, "down"));
        if (knows)
            return new SendResult(SendOutcome.Sent);
        if (drawn < 0.02)
            return Fault("throttled", new SendResult(SendOutcome.NotTaken, "throttled", chance.Between(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(20), "again", what)));
        if (drawn < 0.023)
            return Fault("refused", new SendResult(SendOutcome.Refused, "refused"));
        if (drawn < 0.03)
            return Fault("cut off before", new SendResult(SendOutcome.Unknown, "cut off"));
        Reach(message, tries, reached, first, now);
        return drawn < 0.042 ? Fault("cut off after", new SendResult(SendOutcome.Unknown, "cut off")) : new SendResult(SendOutcome.Sent);
    }

    private bool IsDown(DateTimeOffset now)
    {
        var week = (now.UtcTicks / Week.Ticks).ToString(CultureInfo.InvariantCulture);
        if (!faults || !chance.Happens(0.1, "down", week))
            return false;
        var from = chance.Between(TimeSpan.Zero, Week - LongestDown, "down from", week);
        var since = TimeSpan.FromTicks(now.UtcTicks % Week.Ticks) - from;
        return since >= TimeSpan.Zero && since < chance.Between(TimeSpan.FromMinutes(20), LongestDown, "down for", week);
    }

    private SendResult Find(Guid id) => _known.TryGetValue(id, out var known) && known.Reached > 0 ? new SendResult(SendOutcome.Sent) : new SendResult(SendOutcome.Unknown);

    private void Reach(OutgoingMessage message, int tries, int reached, DateTimeOffset first, DateTimeOffset now)
    {
        _known[message.Id] = (tries + 1, reached + 1, reached == 0 ? now : first);
        Reached++;
        var words = $"{message.Channel}|{message.To}|{message.Body.Subject}|{message.Body.Text}";
        var said = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
        if (reached > 0 || (_said.TryGetValue(said, out var before) && now - before < SameTime))
            Twice.Add(message.Key);
        _said[said] = now;
        _digest.AppendData(Encoding.UTF8.GetBytes($"{now.UtcTicks}|{words}\n"));
        if (message.Channel == NoticeChannel.Sms)
            ContactLife.Got(crowd, chance, message, now);
        if (faults)
            Report(message.Id, now);
    }

    private void Report(Guid id, DateTimeOffset now)
    {
        var name = id.ToString("N");
        if (chance.Happens(0.015, "report lost", name))
        {
            Count("report lost");
            return;
        }

        var arrived = !chance.Happens(0.005, "bounced", name);
        Count(arrived ? "reported" : "bounced");
        var at = now + chance.Between(TimeSpan.FromSeconds(5), TimeSpan.FromHours(2), "report", name);
        Task BringAsync(Stage stage, CancellationToken cancellation) => stage.Get<DeliveryReports>().TakeAsync(new DeliveryReport(id, arrived, at, arrived ? null : "bounced"), cancellation);
        crowd.At(at, BringAsync);
        if (chance.Happens(0.03, "report twice", name))
            crowd.At(at + TimeSpan.FromMinutes(11), BringAsync);
    }

    private SendResult Fault(string what, SendResult result)
    {
        Count(what);
        return result;
    }

    private void Count(string what) => Faults[what] = Faults.GetValueOrDefault(what) + 1;

    private sealed class Provider(SimulatedPost post, TimeProvider time) : IMessageProvider
    {
        public ProviderPromise Promise(NoticeChannel channel) => !post.IsBad ? ProviderPromise.Keyed : new(Remembers, channel == NoticeChannel.Sms ? TimeSpan.FromHours(6) : TimeSpan.FromHours(26));

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) => Task.FromResult(post.Take(message, time.GetUtcNow()));

        public Task<SendResult> FindAsync(NoticeChannel channel, Guid id, CancellationToken cancellation) => Task.FromResult(channel == NoticeChannel.Email ? post.Find(id) : new SendResult(SendOutcome.Unknown));
    }

    private bool IsBad => faults;
}
