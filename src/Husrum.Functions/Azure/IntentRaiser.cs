using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.Remote;

namespace Husrum.Functions.Azure;

/// <summary>
/// Raises what is recorded and not raised yet. It may raise twice, where the mark could not be removed after the first time: starts go by case and generation,
/// and an event only wakes a process that reads the register, so that twice is as good as once.
/// </summary>
/// <param name="store">The register underneath.</param>
/// <param name="client">The hub.</param>
/// <param name="machine">The machine's clock.</param>
/// <param name="logger">Ids and words.</param>
internal sealed partial class IntentRaiser(IRegister store, RemoteTaskClient client, TimeProvider machine, ILogger<IntentRaiser> logger)
{
    /// <summary>An event to an instance nobody knows waits this long for it; the record it belongs to is read by the next run anyway.</summary>
    public static readonly TimeSpan UnknownFor = TimeSpan.FromDays(1);

    // in the index, but not in its partition: another process may be between the two writes
    private static readonly TimeSpan HalfWrittenFor = TimeSpan.FromMinutes(10);

    /// <summary>Everything of all cases.</summary>
    /// <returns>How many intents are left.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var places = new List<IntentPlace>();
        await foreach (var place in store.QueryAsync<IntentPlace>(Partitions.IntentIndex, cancellation: cancellation))
            places.Add(place.Value);
        var left = 0;
        foreach (var partition in places.GroupBy(place => place.Partition))
        {
            await ForgetLostAsync(partition, cancellation);
            left += await RaiseAsync(partition.Key, cancellation) ? 0 : partition.Count();
        }

        return left;
    }

    /// <summary>What is intended in one partition, oldest first: an event never overtakes the start of its instance.</summary>
    /// <returns>False where something is left for later.</returns>
    public async Task<bool> RaiseAsync(string partition, CancellationToken cancellation)
    {
        var intents = new List<Stored<Intent>>();
        await foreach (var intent in store.QueryAsync<Intent>(partition, Intent.RowPrefix, cancellation: cancellation))
            intents.Add(intent);
        foreach (var intent in intents)
        {
            foreach (var command in intent.Value.Commands)
            {
                if (!await RaiseAsync(command, intent.Value.Since, cancellation))
                    return false;
            }

            await ForgetAsync(intent.Partition, intent.Row, cancellation);
        }

        return true;
    }

    private async Task<bool> RaiseAsync(IntendedCommand command, DateTimeOffset since, CancellationToken cancellation)
    {
        if (command.Orchestrator is { } orchestrator)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(FunctionNames.Of(orchestrator), command.Payload(), new StartOrchestrationOptions(command.InstanceId), cancellation);
            return true;
        }

        if (await client.TryRaiseEventAsync(command.InstanceId, command.EventName!, command.Payload(), cancellation))
            return true;
        if (machine.GetUtcNow() < since + UnknownFor)
            return false;
        LogGivenUp(logger, command.EventName!, command.InstanceId);
        return true;
    }

    private Task<CommitOutcome> ForgetAsync(string partition, string row, CancellationToken cancellation) =>
        store.CommitAsync(new RegisterBatch(partition).Delete(row).Unindex(Partitions.IntentIndex, IntentPlace.RowOf(partition, row)), cancellation);

    private async Task ForgetLostAsync(IEnumerable<IntentPlace> places, CancellationToken cancellation)
    {
        foreach (var place in places.Where(place => machine.GetUtcNow() > place.Since + HalfWrittenFor))
        {
            if (await store.GetAsync<Intent>(place.Partition, place.Row, cancellation) is null)
                await ForgetAsync(place.Partition, place.Row, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The event {Event} was recorded a day ago for {Instance}, which the task hub does not know; it is dropped")]
    private static partial void LogGivenUp(ILogger logger, string @event, string instance);
}
