using Husrum.Core.Organisations;
using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Clock;
using Husrum.Functions.Pages.Drift;
using Husrum.Functions.Reconciliation;
using Husrum.Functions.Telemetry;

namespace Husrum.Functions.Embedded;

/// <summary>One process, one folder: hub, register, documents and keys on this machine.</summary>
internal static class EmbeddedHome
{
    /// <summary>Adds the home. Makes the data folder and reads the organisation at once, so that what is wrong with them is said before anything runs.</summary>
    /// <exception cref="DataFolderException">The folder cannot be used.</exception>
    /// <exception cref="OrganisationException">organisation.json cannot be used.</exception>
    /// <exception cref="StartOptionsException">A storage account is named, which this home does not use.</exception>
    public static WebApplicationBuilder AddEmbeddedHome(this WebApplicationBuilder builder, StartOptions options)
    {
        // whoever set it believes that records go there
        if (StorageSettings.Read(builder.Configuration) is { } account)
            throw new StartOptionsException($"Storage__Account names {account.Tables.Host}, and the program by itself keeps its records in a data folder. Take Storage__Account away, or start the program behind the Azure Functions host.");
        builder.Services.AddFolderStorage(options, DataFolder.Embedded);
        builder.Services
            .AddHub(ProgramHub)
            .AddSingleton<IEngineState, HubEngineState>()
            .AddSingleton<IParkedRuns, ParkedInEngine>()
            .AddSingleton<RestoreCatchUp>()
            .AddSingleton(s => new Figures(s.GetRequiredService<IEngineState>(), s.GetRequiredService<IRegister>(), s.GetRequiredService<TimeProvider>(), TimeProvider.System))
            .AddHostedService<HomeService>()
            .AddHostedService<FiguresWatch>();
        return builder;
    }

    /// <summary>The hub, the register in its file, and its timers for the clock: what the program and a rehearsal's stage run on alike.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="options">Which file, by which clock.</param>
    public static IServiceCollection AddHub(this IServiceCollection services, Func<IServiceProvider, TaskHubOptions> options) => services
        .AddSingleton(s => SqliteTaskHub.Open(options(s), s.GetRequiredService<DurableTaskRegistry>(), s, s.GetRequiredService<ILoggerFactory>()))
        .AddSingleton<DurableTaskClient>(s => s.GetRequiredService<SqliteTaskHub>())
        .AddSingleton<SqliteRegister>()
        .AddSingleton<IRegister>(s => s.GetRequiredService<SqliteRegister>())
        .AddSingleton<ICommitNews>(s => s.GetRequiredService<SqliteRegister>())
        .AddSingleton<IDueSource, HubDueSource>();

    private static TaskHubOptions ProgramHub(IServiceProvider services)
    {
        var crash = CrashPoint.Read(services.GetRequiredService<IConfiguration>());
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        return new TaskHubOptions
        {
            Path = services.GetRequiredService<DataFolder>().Database,
            Time = services.GetRequiredService<TimeProvider>(),
            Migrations = RegisterTables.Migrations,
            KeepFailureMessages = false, // an exception's words could quote what somebody typed
            BeforeCommit = crash.Before,
            AfterCommit = crash.After,
            OnDamage = damage =>
            {
                Console.Error.WriteLine(damage.Message);
                Environment.ExitCode = 1;
                lifetime.StopApplication();
            },
        };
    }
}
