using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;

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
        if (gateway["Url"] is not { Length: > 0 } url)
            return new MailboxProvider();
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartOptionsException("Messages:Gateway:Url is no address that messages can be posted to, such as https://gateway.example/messages.");
        return new GatewayProvider(services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(GatewayProvider)), address, gateway.GetValue("HonoursKeys", true));
    }
}
