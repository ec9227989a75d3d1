using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;
using Husrum.Functions.Messages;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Embedded;

/// <summary>Brings the home up before the first request and down after the last: clock, hub, first operator, messenger.</summary>
internal sealed class HomeService(SqliteTaskHub hub, SqliteRegister register, Messenger messenger, FirstStart first, IHostApplicationLifetime lifetime, VirtualClock? clock = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        clock?.Restore();
        hub.Start();
        register.Committed += messenger.Heard;
        messenger.Start();
        await first.PrepareAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(() => first.AnnounceAsync(Console.Out).GetAwaiter().GetResult());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await messenger.StopAsync();
        await hub.StopAsync();
    }
}
