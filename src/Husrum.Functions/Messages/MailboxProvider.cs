using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>Takes every message and keeps it here: the outbox itself is the mailbox that /postkasse shows. Nothing leaves the machine.</summary>
internal sealed class MailboxProvider : IMessageProvider
{
    public ProviderPromise Promise(NoticeChannel channel) => ProviderPromise.Keyed;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) => Task.FromResult(new SendResult(SendOutcome.Sent));
}
