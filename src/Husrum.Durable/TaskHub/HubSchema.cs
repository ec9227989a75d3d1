using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>The hub's own tables. Times are Unix milliseconds, UTC; events are protocol messages.</summary>
internal static class HubSchema
{
    /// <summary>Marks a file as ours: "HUSR".</summary>
    public const int ApplicationId = 0x48555352;

    /// <summary>The task number under which a delayed start waits in the due-time index.</summary>
    public const int DelayedStart = -1;

    public static readonly Migration[] Migrations =
    [
        new("hub", 1, """
            CREATE TABLE instance(
                key INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                version TEXT NOT NULL,
                status INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                episodes INTEGER NOT NULL,
                created INTEGER NOT NULL,
                updated INTEGER NOT NULL,
                start_at INTEGER,
                parent TEXT,
                parent_task INTEGER,
                parent_generation INTEGER,
                custom_status TEXT,
                parked TEXT,
                recoveries INTEGER NOT NULL DEFAULT 0);
            CREATE INDEX instance_parked ON instance(id) WHERE parked IS NOT NULL;
            CREATE TABLE history(
                instance INTEGER NOT NULL,
                episode INTEGER NOT NULL,
                events BLOB NOT NULL,
                PRIMARY KEY(instance, episode)) WITHOUT ROWID;
            CREATE TABLE inbox(
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                instance INTEGER NOT NULL,
                event BLOB NOT NULL);
            CREATE INDEX inbox_instance ON inbox(instance);
            CREATE TABLE timer(
                due INTEGER NOT NULL,
                instance INTEGER NOT NULL,
                task INTEGER NOT NULL,
                PRIMARY KEY(due, instance, task)) WITHOUT ROWID;
            CREATE INDEX timer_instance ON timer(instance);
            CREATE TABLE task(
                instance INTEGER NOT NULL,
                task INTEGER NOT NULL,
                generation INTEGER NOT NULL,
                name TEXT NOT NULL,
                input TEXT,
                PRIMARY KEY(instance, task)) WITHOUT ROWID;
            CREATE TABLE hub(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            """),
        new("hub", 2, "ALTER TABLE instance ADD COLUMN parent_key INTEGER"),
    ];
}
