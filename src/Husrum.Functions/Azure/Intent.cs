using System.Text.Json;
using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Functions.Azure;

/// <summary>
/// Starts and events that belong to a batch, written in it: row <c>intent:…</c> of the case's partition. Raised after the batch, then removed. Ids and words only, as in a history.
/// </summary>
/// <param name="Commands">In the order in which they are raised.</param>
/// <param name="Since">When it was written, on the machine's clock, UTC.</param>
[RegisterRecord("intent", 1)]
internal sealed record Intent(IReadOnlyList<IntendedCommand> Commands, DateTimeOffset Since)
{
    public const string RowPrefix = "intent:";

    /// <summary>The batch with its starts and events as a row, and a place in the index by which a sweep finds it.</summary>
    public static RegisterBatch Write(RegisterBatch batch, DateTimeOffset now, string id)
    {
        // rows of a case are raised in the order of their keys: of their times
        var row = $"{RowPrefix}{now.UtcTicks:D19}-{id}";
        var written = new RegisterBatch(batch.Partition);
        foreach (var change in batch.Changes)
            _ = Copy(written, change);
        foreach (var index in batch.Indexes)
            _ = index.Record is { } record ? written.Index(index.Partition, index.Row, record) : written.Unindex(index.Partition, index.Row);
        return written
            .Insert(row, new Intent([.. batch.Commands.Select(IntendedCommand.Of)], now))
            .Index(Partitions.IntentIndex, IntentPlace.RowOf(batch.Partition, row), new IntentPlace(batch.Partition, row, now));
    }

    private static RegisterBatch Copy(RegisterBatch into, RowChange change) => change switch
    {
        { Record: null } => into.Delete(change.Row, change.ETag),
        { Condition: RowCondition.MustNotExist } => into.Insert(change.Row, change.Record),
        { Condition: RowCondition.MustMatch } => into.Replace(change.Row, change.Record, change.ETag!),
        _ => into.Put(change.Row, change.Record),
    };
}

/// <summary>A start (with an orchestrator) or an event (with a name).</summary>
/// <param name="Orchestrator">What to start, or null.</param>
/// <param name="InstanceId">Which instance.</param>
/// <param name="EventName">What to raise, or null.</param>
/// <param name="Json">Input or payload.</param>
internal sealed record IntendedCommand(string? Orchestrator, string InstanceId, string? EventName, string? Json)
{
    /// <summary>Input or payload, for a client that writes it as JSON again.</summary>
    public JsonElement? Payload() => Json is null ? null : JsonSerializer.Deserialize<JsonElement>(Json);

    public static IntendedCommand Of(HubCommand command) => new(command.Orchestrator, command.InstanceId, command.EventName, DataConverter.Serialize(command.Payload));
}

/// <summary>Where an intent lies, in <see cref="Partitions.IntentIndex"/>.</summary>
[RegisterRecord("intent-place", 1)]
internal sealed record IntentPlace(string Partition, string Row, DateTimeOffset Since)
{
    public static string RowOf(string partition, string row) => $"{partition}|{row}";
}
