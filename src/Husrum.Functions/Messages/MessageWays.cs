using Husrum.Core.Messages;
using Husrum.Functions.Messages.CommunicationServices;
using Husrum.Functions.Messages.Smtp;

namespace Husrum.Functions.Messages;

/// <summary>By which way messages leave, for each channel: what is said on the console, on staff pages and by <c>config check</c>.</summary>
/// <param name="Email">E-mail's way.</param>
/// <param name="Sms">SMS's way.</param>
internal sealed record MessageWays(MessageWay Email, MessageWay Sms)
{
    /// <summary>True where nothing leaves the machine: messages are "sent" into /postkasse.</summary>
    public bool AllStayHere => Email == MessageWay.Mailbox;

    /// <summary>The way of a channel.</summary>
    public MessageWay Of(NoticeChannel channel) => channel == NoticeChannel.Sms ? Sms : Email;

    /// <summary>
    /// The ways that are set up. E-mail goes by SMTP where that is named, else by Communication Services, else by the gateway; SMS by Communication Services, else by the gateway.
    /// Where e-mail leaves and SMS have no way, an SMS is refused, so that it goes by e-mail or before a person; it is never "sent" into a mailbox nobody looks at.
    /// A rehearsal knows no way out but a gateway.
    /// </summary>
    public static MessageWays Read(IConfiguration configuration, bool isRehearsal)
    {
        var gateway = GatewayProvider.AddressIn(configuration) is not null ? MessageWay.Gateway : (MessageWay?)null;
        var service = !isRehearsal && CommunicationOptions.Read(configuration) is not null ? MessageWay.CommunicationServices : (MessageWay?)null;
        var smtp = !isRehearsal && SmtpOptions.Read(configuration) is not null ? MessageWay.Smtp : (MessageWay?)null;
        var email = smtp ?? service ?? gateway ?? MessageWay.Mailbox;
        return new MessageWays(email, service ?? gateway ?? (email == MessageWay.Mailbox ? MessageWay.Mailbox : MessageWay.None));
    }
}

/// <summary>A way out.</summary>
internal enum MessageWay
{
    /// <summary>None: everything stays in /postkasse.</summary>
    Mailbox,

    /// <summary>The organisation's own gateway.</summary>
    Gateway,

    /// <summary>A mail server.</summary>
    Smtp,

    /// <summary>Azure Communication Services.</summary>
    CommunicationServices,

    /// <summary>None, while the other channel has one: refused.</summary>
    None,
}
