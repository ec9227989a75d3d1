using Husrum.Core.Register;
using Husrum.Durable.Remote;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Azure;

/// <summary>
/// A register whose hub is elsewhere. Record and event are not one transaction here: the batch carries its starts and events as a row of its own, they are raised after it,
/// and the row is removed. What a crash leaves between two of these steps, <see cref="IntentRaiser.SweepAsync"/> finishes.
/// </summary>
/// <param name="store">Keeps records; takes no starts and no events.</param>
/// <param name="raiser">Raises them.</param>
/// <param name="ids">Makes the rows' names.</param>
/// <param name="machine">The machine's clock.</param>
/// <param name="logger">Ids and words.</param>
internal sealed partial class IntentRegister(IRegister store, IntentRaiser raiser, Ids ids, TimeProvider machine, ILogger<IntentRegister> logger) : IRegister, ICommitNews
{
    /// <summary>How long whoever wrote waits for the hub; after that, the sweep goes on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public event Action<RegisterBatch>? Committed;

    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class => store.GetAsync<T>(partition, row, cancellation);

    public IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
        where T : class => store.QueryAsync<T>(partition, rowPrefix, through, cancellation);

    public async Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        var isSilent = batch.Commands.Count == 0;
        if (await store.CommitAsync(isSilent ? batch : Intent.Write(batch, machine.GetUtcNow(), ids.New()), cancellation) != CommitOutcome.Done)
            return CommitOutcome.Conflict;
        Committed?.Invoke(batch);
        if (!isSilent)
            await RaiseSoonAsync(batch.Partition);
        return CommitOutcome.Done;
    }

    // written is written: what goes wrong from here on is the sweep's, and no reason to tell anybody that it failed
    private async Task RaiseSoonAsync(string partition)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await raiser.RaiseAsync(partition, patience.Token);
        }
        catch (TaskHubUnknownException)
        {
            // just started: the host's next call says where the hub is, and raises
        }
        catch (Exception e)
        {
            LogLater(logger, partition, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was recorded in {Partition} could not be raised at once ({Reason}); housekeeping raises it")]
    private static partial void LogLater(ILogger logger, string partition, string reason);
}
