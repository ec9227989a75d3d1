using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Azure;

/// <summary>Brings the home up behind a port that answers already: register, messenger, first operator. Calls wait at the gate until then.</summary>
internal sealed class AzureHomeService(IServiceProvider services, StartGate gate, IHostApplicationLifetime lifetime) : BackgroundService
{
    private Messenger? _messenger;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_messenger is not null)
            await _messenger.StopAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (services.GetService<StorageAccount>() is { } account)
                await account.OpenAsync();
            if (services.GetService<VirtualClock>() is { } clock)
            {
                await clock.RestoreAsync(stoppingToken);
                await clock.KeepAsync(stoppingToken);
            }

            var messenger = services.GetRequiredService<Messenger>();
            services.GetRequiredService<ICommitNews>().Committed += messenger.Heard;
            messenger.Start();
            _messenger = messenger;
            await services.GetRequiredService<FirstStart>().PrepareAsync(stoppingToken);
            gate.Open();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // the host shows what its handler wrote, and starts it again
            await Console.Error.WriteLineAsync(Run.Sentence(e) ?? $"Husrum met with something it does not know and stopped: {e}");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }
}
