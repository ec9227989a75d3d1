using Husrum.Core.Messages;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>Takes every message, as a provider that knows its keys, and keeps it with the moment at which it came.</summary>
internal sealed class StageMailboxes
{
    private readonly Lock _lock = new();
    private readonly List<SentMessage> _sent = [];

    /// <summary>All, in the order in which they came. A message handed over twice under one key stands here once.</summary>
    public IReadOnlyList<SentMessage> Sent
    {
        get
        {
            lock (_lock)
                return [.. _sent];
        }
    }

    /// <summary>So many came after the first ones.</summary>
    public IReadOnlyList<SentMessage> After(int count)
    {
        lock (_lock)
            return _sent.Count > count ? _sent.GetRange(count, _sent.Count - count) : [];
    }

    /// <summary>The provider that puts them in, at the moments of a clock.</summary>
    public IMessageProvider ProviderAt(TimeProvider time) => new Provider(this, time);

    private sealed class Provider(StageMailboxes mailboxes, TimeProvider time) : IMessageProvider
    {
        public ProviderPromise Promise(NoticeChannel channel) => ProviderPromise.Keyed;

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            lock (mailboxes._lock)
            {
                if (!mailboxes._sent.Exists(m => m.Message.Id == message.Id))
                    mailboxes._sent.Add(new SentMessage(time.GetUtcNow(), message));
            }

            return Task.FromResult(new SendResult(SendOutcome.Sent));
        }
    }
}

/// <summary>A message that reached its receiver.</summary>
/// <param name="At">UTC, by the stage's clock.</param>
/// <param name="Message">As it left: whole text, with links that work on the stage.</param>
internal sealed record SentMessage(DateTimeOffset At, OutgoingMessage Message);
