using Husrum.Core.Messages;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>E-mail and SMS by Azure Communication Services.</summary>
internal sealed class CommunicationProvider(CommunicationClient client, CommunicationOptions options, Organisation organisation) : IMessageProvider
{
    // the shortest time for which a service of Azure has to know repeats; this one names none of its own
    private static readonly TimeSpan Remembers = TimeSpan.FromMinutes(5);

    // longer than mail servers and operators try, and than Event Grid tries to bring their word
    private static readonly ProviderPromise Email = new(Remembers, TimeSpan.FromHours(26));
    private static readonly ProviderPromise Sms = new(Remembers, SmsWay.OperatorPatience + TimeSpan.FromHours(2));

    private readonly EmailWay _email = new(client, organisation);
    private readonly SmsWay _sms = new(client, organisation.Senders, options.HasReports);

    public ProviderPromise Promise(NoticeChannel channel)
    {
        var promise = channel == NoticeChannel.Sms ? Sms : Email;
        return options.HasReports ? promise : promise with { ReportsWithin = null };
    }

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) =>
        message.Channel == NoticeChannel.Sms ? _sms.SendAsync(message, cancellation) : _email.SendAsync(message, cancellation);

    public Task<SendResult> FindAsync(NoticeChannel channel, Guid id, CancellationToken cancellation) =>
        channel == NoticeChannel.Email ? _email.FindAsync(id, cancellation) : Task.FromResult(new SendResult(SendOutcome.Unknown));
}
