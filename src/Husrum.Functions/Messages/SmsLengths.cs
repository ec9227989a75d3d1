using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>Says at the start which SMS take more than one segment at this program's own address; they go all the same.</summary>
internal sealed partial class SmsLengths(MessageCatalogue catalogue, PublicAddress address, IHostApplicationLifetime lifetime, ILogger<SmsLengths> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            if (catalogue.TooLongAt(address.Value) is { Count: > 0 } texts)
                LogLong(logger, string.Join(", ", texts));
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "At this address these SMS take two segments: {Texts}. A shorter PublicUrl makes them one")]
    private static partial void LogLong(ILogger logger, string texts);
}
