namespace Husrum.Functions.Telemetry;

/// <summary>Reads the figures where no host's timer does, and says in the log when something begins to need a person, and when nothing does any more.</summary>
internal sealed partial class FiguresWatch(Figures figures, ILogger<FiguresWatch> logger) : BackgroundService
{
    private bool _needed;

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            if (await figures.ReadAsync(cancellation) is not { } reading || reading.NeedsAPerson == _needed)
                return;
            _needed = reading.NeedsAPerson;
            if (_needed)
                LogNeeded(logger, reading.OverdueSeconds, reading.Parked, reading.Messages);
            else
                LogWell(logger);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogTrouble(logger, e.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Figures.Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    [LoggerMessage(LogLevel.Warning, "Something needs a person: overdue by {Seconds} s, {Parked} set aside, {Messages} messages in doubt. Look at /drift")]
    private static partial void LogNeeded(ILogger logger, long seconds, long parked, int messages);

    [LoggerMessage(LogLevel.Information, "Nothing needs a person any more")]
    private static partial void LogWell(ILogger logger);

    [LoggerMessage(LogLevel.Error, "The figures could not be read: {Exception}")]
    private static partial void LogTrouble(ILogger logger, string exception);
}
