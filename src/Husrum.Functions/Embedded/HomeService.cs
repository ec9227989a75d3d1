using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;
using Husrum.Functions.Messages;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Embedded;

/// <summary>Brings the home up before the first request and down after the last: clock, hub, messenger, first operator.</summary>
internal sealed class HomeService(SqliteTaskHub hub, SqliteRegister register, Messenger messenger, RestoreCatchUp restore, FirstStart first, IEnumerable<Process> processes, IHostApplicationLifetime lifetime, VirtualClock? clock = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (clock is not null)
            await clock.RestoreAsync(cancellationToken);
        hub.Start();
        if (clock is not null)
            await clock.KeepAsync(cancellationToken);
        await restore.RunAsync(cancellationToken);
        register.Committed += messenger.Heard;
        messenger.Start();
        foreach (var (orchestrator, instanceId) in processes.SelectMany(process => process.Standing))
            await hub.ScheduleNewOrchestrationInstanceAsync(orchestrator, null, new StartOrchestrationOptions(instanceId), cancellationToken);
        await first.PrepareAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(() => first.AnnounceAsync(Console.Out).GetAwaiter().GetResult());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await messenger.StopAsync();
        await hub.StopAsync();
    }
}
