using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.Remote;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Drift;
using Husrum.Functions.Reconciliation;
using Husrum.Functions.Telemetry;
using Microsoft.AspNetCore.HttpOverrides;

namespace Husrum.Functions.Azure;

/// <summary>
/// The program behind the Functions host: orchestrations live in the Durable extension, register and documents in a storage account (<c>Storage:Account</c>).
/// Where no account is named they lie in a data folder (<c>Husrum:Data</c>), which holds one instance of the program at a time.
/// </summary>
internal static class AzureHome
{
    // one answer of the hub; a page of instances is well below it
    private const long MostAnswerBytes = 64L << 20;

    /// <summary>Adds the home, listening on the host's port alone.</summary>
    /// <exception cref="DataFolderException">The folder cannot be used.</exception>
    public static WebApplicationBuilder AddAzureHome(this WebApplicationBuilder builder, StartOptions options, int port)
    {
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        if (builder.Configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } name && !name.StartsWith("localhost", StringComparison.Ordinal))
            builder.Configuration["PublicUrl"] ??= "https://" + name;
        _ = StorageSettings.Read(builder.Configuration) is { } storage
            ? builder.Services.AddAccountStorage(options, storage)
            : builder.Services.AddFolderRecords(options, CrashPoint.Read(builder.Configuration));
        builder.Services
            .AddExtension()
            .AddCustomHandler()
            .AddSingleton<StartGate>()
            .AddHostedService<AzureHomeService>();
        return builder;
    }

    // where records and documents are without an account
    private static IServiceCollection AddFolderRecords(this IServiceCollection services, StartOptions options, CrashPoint crash)
    {
        var folder = services.AddFolderStorage(options, DataFolder.Azure);
        return services
            .AddSingleton(_ => SqliteStore.Open(folder.Database, RegisterTables.Migrations, TimeProvider.System))
            .AddSingleton(s => new RecordStore(new DirectRegister(s.GetRequiredService<SqliteStore>().Database, s.GetRequiredService<RegisterJson>(), crash)));
    }

    // where orchestrations are: in the Durable extension, told of by whoever writes a record
    private static IServiceCollection AddExtension(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(RemoteTaskClient), http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), MostAnswerBytes)).RemoveAllLoggers();
        return services
            .AddSingleton(Client)
            .AddSingleton<DurableTaskClient>(s => s.GetRequiredService<RemoteTaskClient>())
            .AddSingleton(s => new IntentRaiser(s.GetRequiredService<RecordStore>().Register, s.GetRequiredService<RemoteTaskClient>(), TimeProvider.System, s.GetRequiredService<ILogger<IntentRaiser>>()))
            .AddSingleton(s => new IntentRegister(s.GetRequiredService<RecordStore>().Register, s.GetRequiredService<IntentRaiser>(), s.GetRequiredService<Ids>(), TimeProvider.System, s.GetRequiredService<ILogger<IntentRegister>>()))
            .AddSingleton<IRegister>(s => s.GetRequiredService<IntentRegister>())
            .AddSingleton<ICommitNews>(s => s.GetRequiredService<IntentRegister>())
            .AddSingleton(s => new StalledInstances(s.GetRequiredService<RecordStore>().Register, s.GetRequiredService<RemoteTaskClient>(), TimeProvider.System, s.GetRequiredService<ILogger<StalledInstances>>()))
            .AddSingleton<IStalledRuns>(s => s.GetRequiredService<StalledInstances>())
            .AddSingleton(s => new WaitingTimers(s.GetRequiredService<RecordStore>().Register, s.GetRequiredService<RemoteTaskClient>(), TimeProvider.System, s.GetRequiredService<ILogger<WaitingTimers>>()))
            .AddSingleton<IWaitingTimers>(s => s.GetRequiredService<WaitingTimers>())
            .AddSingleton<FailedRuns>()
            .AddSingleton(s => new Figures(s.GetRequiredService<IEngineState>(), s.GetRequiredService<IRegister>(), s.GetRequiredService<TimeProvider>(), TimeProvider.System))
            .AddSingleton<Housekeeping>()
            .AddSingleton<IEngineState, ExtensionEngineState>()
            .AddSingleton<IParkedRuns, ParkedInEngine>();
    }

    /// <summary>What goes before the pages: the gate, and who the caller is by the front end's word.</summary>
    public static void Use(WebApplication app)
    {
        StartGate.Use(app);
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
    }

    private static RemoteTaskClient Client(IServiceProvider services)
    {
        var address = services.GetRequiredService<LearnedAddress>();
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(RemoteTaskClient));
        return new RemoteTaskClient(http, () => address.Current, TimeProvider.System, services.GetRequiredService<ILogger<RemoteTaskClient>>());
    }
}
