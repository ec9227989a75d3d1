using Husrum.Core.Documents;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>The program as it is composed for a stage: all of it but web server, pages, sign-in and the machine's own clock, chance and disk.</summary>
internal static class StageServices
{
    // a host nobody can be at: links on a stage lead nowhere
    private const string Address = "https://generalproeve.example";

    public static ServiceProvider Build(StageOptions stage, string folder)
    {
        var time = new VirtualTimeProvider(stage.Begins);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", Address)]).Build())
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(stage.Organisation)
            .AddSingleton(time)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<VirtualClock>()
            .AddHub(_ => stage.Hub(HubOptions(folder, time)))
            .AddRegisterParts()
            .AddProgramme()
            .AddMessages();
        services
            .AddSingleton(stage.World.NextRandom())
            .AddSingleton(stage.World.LinkKey)
            .AddSingleton<IDocumentStore>(stage.World.Documents)
            .AddSingleton(stage.World.Mailboxes.ProviderAt(time))
            .AddSingleton(stage.Messenger(new MessengerOptions { AtOnce = 1, Machine = time }));
        stage.Services(services);
        TakeTurns(services);
        return services.BuildServiceProvider();
    }

    // one thing after the other, so that the same seed gives the same to the byte; nothing to lose in a loss of power
    private static TaskHubOptions HubOptions(string folder, VirtualTimeProvider time) => new()
    {
        Path = Path.Combine(folder, "stage.db"),
        Time = time,
        Migrations = RegisterTables.Migrations,
        KeepFailureMessages = false,
        MaxConcurrentActivities = 1,
        TakeTurns = true,
        Synchronous = "OFF",
    };

    // the messenger sends when the hub has come to rest, and not beside it
    private static void TakeTurns(IServiceCollection services)
    {
        foreach (var source in services.Where(s => s.ServiceType == typeof(IDueSource)).ToList())
            services.Remove(source);
        services.AddSingleton<IDueSource, HubDueSource>().AddSingleton<IDueSource, MessengerInTurn>();
    }

    private sealed class MessengerInTurn(Messenger messenger) : IDueSource
    {
        public DateTimeOffset? NextDue => messenger.NextDue;

        public Task WhenIdleAsync() => messenger.SendDueAsync();

        public void ClockMoved()
        {
        }
    }
}
