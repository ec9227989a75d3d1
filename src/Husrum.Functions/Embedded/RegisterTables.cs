using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded;

/// <summary>The register's tables in the hub's file. A new step is added at the end; one that was released never changes.</summary>
internal static class RegisterTables
{
    /// <summary>All steps so far.</summary>
    public static IReadOnlyList<Migration> Migrations { get; } =
    [
        new Migration("register", 1, """
            CREATE TABLE register_row(
                partition TEXT NOT NULL,
                row TEXT NOT NULL,
                kind TEXT NOT NULL,
                version INTEGER NOT NULL,
                etag INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY(partition, row)) WITHOUT ROWID;
            CREATE TABLE register_sequence(id INTEGER PRIMARY KEY CHECK(id = 1), value INTEGER NOT NULL);
            INSERT INTO register_sequence(id, value) VALUES(1, 0);
            """),
    ];
}
