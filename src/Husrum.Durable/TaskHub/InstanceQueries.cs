using System.Text.Json;
using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>What queries read of instances, on a reading connection.</summary>
internal static class InstanceQueries
{
    private const string Columns = "key, id, name, version, status, created, updated, custom_status, parked";

    public static OrchestrationMetadata? Find(SqliteDatabase database, string id, bool inputsAndOutputs)
    {
        var statement = database.Prepare($"SELECT {Columns} FROM instance WHERE id = ?1").Bind(1, id);
        var found = statement.Step() ? Read(statement) : default;
        statement.Reset();
        return found.Metadata is null ? null : Complete(database, found.Key, found.Metadata, inputsAndOutputs);
    }

    /// <summary>One page of what matches, in the order of ids, after <paramref name="after"/>.</summary>
    public static List<OrchestrationMetadata> Page(SqliteDatabase database, OrchestrationQuery query, string after)
    {
        var sql = $"SELECT {Columns} FROM instance WHERE id > ?1 AND created >= ?2 AND created <= ?3";
        if (query.InstanceIdPrefix is { Length: > 0 })
            sql += " AND substr(id, 1, length(?4)) = ?4";
        if (query.Statuses is { Count: > 0 } statuses)
            sql += $" AND status IN ({string.Join(',', statuses.Select(s => (int)s))})";
        if (query.ParkedOnly)
            sql += " AND parked IS NOT NULL";
        var statement = database.Prepare(sql + " ORDER BY id LIMIT ?5");
        statement.Bind(1, after).Bind(2, query.CreatedFrom?.ToUnixTimeMilliseconds() ?? 0)
            .Bind(3, query.CreatedTo?.ToUnixTimeMilliseconds() ?? long.MaxValue).Bind(5, query.PageSize);
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
            statement.Bind(4, prefix);
        var rows = new List<(long Key, OrchestrationMetadata Metadata)>();
        while (statement.Step())
            rows.Add(Read(statement));
        statement.Reset();
        return rows.ConvertAll(r => Complete(database, r.Key, r.Metadata, query.FetchInputsAndOutputs));
    }

    private static (long Key, OrchestrationMetadata Metadata) Read(SqliteStatement s) => (
        s.Int64(0),
        new OrchestrationMetadata(s.Text(2), s.Text(1), (OrchestrationRuntimeStatus)s.Int64(4), DateTimeOffset.FromUnixTimeMilliseconds(s.Int64(5)), DateTimeOffset.FromUnixTimeMilliseconds(s.Int64(6)))
        {
            Version = s.Text(3),
            SerializedCustomStatus = s.TextOrNull(7),
            ParkedReason = s.TextOrNull(8),
        });

    // inputs and results are not stored twice: they stand in the first and the last episode
    private static OrchestrationMetadata Complete(SqliteDatabase database, long key, OrchestrationMetadata metadata, bool inputsAndOutputs)
    {
        var isFailed = metadata.RuntimeStatus == OrchestrationRuntimeStatus.Failed;
        if (!inputsAndOutputs && !isFailed)
            return metadata;
        var end = metadata.IsCompleted ? Event(database, key, "DESC", e => e.ExecutionCompleted) : null;
        metadata = metadata with { FailureDetails = HistoryEvents.ToPublic(end?.FailureDetails) };
        return !inputsAndOutputs ? metadata : metadata with
        {
            SerializedInput = Event(database, key, "ASC", e => e.ExecutionStarted)?.Input ?? Pending(database, key),
            SerializedOutput = end?.Result,
        };
    }

    private static T? Event<T>(SqliteDatabase database, long key, string order, Func<HistoryEvent, T?> pick)
        where T : class
    {
        var statement = database.Prepare($"SELECT events FROM history WHERE instance = ?1 ORDER BY episode {order} LIMIT 1").Bind(1, key);
        var chunk = statement.Step() ? StoredEvents.TryChunk(statement.Blob(0)) : null;
        statement.Reset();
        return chunk?.Events.Select(pick).LastOrDefault(e => e is not null);
    }

    // an instance that has not begun has its input in the inbox
    private static string? Pending(SqliteDatabase database, long key)
    {
        var statement = database.Prepare("SELECT event FROM inbox WHERE instance = ?1 ORDER BY seq LIMIT 1").Bind(1, key);
        var e = statement.Step() ? StoredEvents.TryMessage(statement.Blob(0)) : null;
        statement.Reset();
        return e?.ExecutionStarted?.Input;
    }

    /// <summary>The earliest timer of an instance that is not among those named.</summary>
    public static DateTimeOffset? NextDueWithout(SqliteDatabase database, IReadOnlyCollection<string> instanceIds)
    {
        var statement = database.Prepare("""
            SELECT timer.due FROM timer JOIN instance ON instance.key = timer.instance
            WHERE instance.id NOT IN (SELECT value FROM json_each(?1)) ORDER BY timer.due LIMIT 1
            """).Bind(1, JsonSerializer.Serialize(instanceIds));
        DateTimeOffset? next = statement.Step() ? DateTimeOffset.FromUnixTimeMilliseconds(statement.Int64(0)) : null;
        statement.Reset();
        return next;
    }
}
