using Husrum.Functions.Clock;

namespace Husrum.Functions.Messages;

/// <summary>Messages on their way out.</summary>
internal static class MessagesModule
{
    /// <summary>The messenger, the catalogue's renderer and the provider: the gateway where <c>Messages:Gateway:Url</c> names one, else the mailbox that lets nothing leave.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(GatewayProvider), client => client.Timeout = new MessengerOptions().SendTimeout).RemoveAllLoggers();
        return services
            .AddSingleton(new MessengerOptions())
            .AddSingleton<PublicAddress>()
            .AddSingleton<IMessageRenderer, CatalogueRenderer>()
            .AddSingleton(Provider)
            .AddSingleton<Messenger>()
            .AddSingleton<IDueSource>(s => s.GetRequiredService<Messenger>())
            .AddSingleton<NoticeList>()
            .AddSingleton<NoticeDesk>();
    }

    private static IMessageProvider Provider(IServiceProvider services)
    {
        var gateway = services.GetRequiredService<IConfiguration>().GetSection("Messages:Gateway");
        return gateway["Url"] is { Length: > 0 } url
            ? new GatewayProvider(services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(GatewayProvider)), new Uri(url), gateway.GetValue("HonoursKeys", true))
            : new MailboxProvider();
    }
}
