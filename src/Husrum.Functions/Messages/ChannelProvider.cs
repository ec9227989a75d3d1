using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>E-mail one way, SMS another.</summary>
internal sealed class ChannelProvider(IMessageProvider email, IMessageProvider sms) : IMessageProvider
{
    public ProviderPromise Promise(NoticeChannel channel) => Of(channel).Promise(channel);

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) => Of(message.Channel).SendAsync(message, cancellation);

    public Task<SendResult> FindAsync(NoticeChannel channel, Guid id, CancellationToken cancellation) => Of(channel).FindAsync(channel, id, cancellation);

    private IMessageProvider Of(NoticeChannel channel) => channel == NoticeChannel.Sms ? sms : email;
}

/// <summary>For a channel without a way out.</summary>
internal sealed class NoWayProvider : IMessageProvider
{
    public ProviderPromise Promise(NoticeChannel channel) => ProviderPromise.Keyed;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) => Task.FromResult(new SendResult(SendOutcome.Refused, NoticeReasons.NoWay));
}
