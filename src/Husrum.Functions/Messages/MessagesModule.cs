using Azure.Core;
using Azure.Identity;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages.CommunicationServices;
using Husrum.Functions.Messages.Smtp;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Husrum.Functions.Messages;

/// <summary>Messages on their way out.</summary>
internal static class MessagesModule
{
    /// <summary>The messenger, the catalogue's renderer, and for each channel the way that is set up (see <see cref="MessageWays"/>).</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(GatewayProvider), client => client.Timeout = new MessengerOptions().SendTimeout).RemoveAllLoggers();
        services.AddHttpClient(nameof(EntraTokens)).RemoveAllLoggers();
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services
            .AddSingleton(new MessengerOptions())
            .AddSingleton<PublicAddress>()
            .AddSingleton<IMessageRenderer, CatalogueRenderer>()
            .AddSingleton(s => MessageWays.Read(s.GetRequiredService<IConfiguration>(), s.GetService<StartOptions>()?.Demo == true))
            .AddSingleton(Provider)
            .AddSingleton(Callers)
            .AddSingleton<DeliveryReports>()
            .AddSingleton<Messenger>()
            .AddSingleton<IDueSource>(s => s.GetRequiredService<Messenger>())
            .AddHostedService<SmsLengths>()
            .AddSingleton<NoticeList>()
            .AddSingleton<UndeliveredMessages>()
            .AddSingleton<NoticeDesk>();
    }

    private static IMessageProvider Provider(IServiceProvider services)
    {
        var ways = services.GetRequiredService<MessageWays>();
        var email = Provider(services, ways.Email);
        return ways.Sms == ways.Email ? email : new ChannelProvider(email, Provider(services, ways.Sms));
    }

    private static IMessageProvider Provider(IServiceProvider services, MessageWay way)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        switch (way)
        {
            case MessageWay.Gateway:
                var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(GatewayProvider));
                return new GatewayProvider(http, GatewayProvider.AddressIn(configuration)!, configuration.GetValue("Messages:Gateway:HonoursKeys", true));
            case MessageWay.CommunicationServices:
                var options = CommunicationOptions.Read(configuration)!;
                var client = new CommunicationClient(options, services.GetRequiredService<TokenCredential>, TimeProvider.System);
                return new CommunicationProvider(client, options, services.GetRequiredService<Organisation>());
            case MessageWay.Smtp:
                return new SmtpProvider(SmtpOptions.Read(configuration)!, services.GetRequiredService<Organisation>());
            case MessageWay.None:
                return new NoWayProvider();
            default:
                return new MailboxProvider();
        }
    }

    private static ReportCallers Callers(IServiceProvider services)
    {
        var ways = services.GetRequiredService<MessageWays>();
        var options = ways.Email == MessageWay.CommunicationServices || ways.Sms == MessageWay.CommunicationServices ? CommunicationOptions.Read(services.GetRequiredService<IConfiguration>()) : null;
        var entra = options is { ReportsAudience: { } audience, ReportsTenant: { } tenant }
            ? new EntraTokens(services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(EntraTokens)), audience, tenant, TimeProvider.System)
            : null;
        return new ReportCallers(options, entra);
    }
}
