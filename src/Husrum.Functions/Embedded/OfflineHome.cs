using Husrum.Core.Register;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Functions.Clock;

namespace Husrum.Functions.Embedded;

/// <summary>A data folder's database as the verbs use it: whether the program runs on it or not.</summary>
internal sealed class OfflineHome : IDisposable
{
    private OfflineHome(SqliteDatabase database, IRegister register, TimeProvider time) => (Database, Register, Time) = (database, register, time);

    public SqliteDatabase Database { get; }

    public IRegister Register { get; }

    /// <summary>The program's clock: a rehearsal's stands still where it was last.</summary>
    public TimeProvider Time { get; }

    /// <exception cref="DataFolderException">There is no database.</exception>
    public static async Task<OfflineHome> OpenAsync(string path)
    {
        if (!File.Exists(path))
            throw new DataFolderException($"There is no database in '{Path.GetDirectoryName(path)}'. Name the data folder with --data DIR, or start the program once.");
        var database = SqliteDatabase.Open(path);
        database.Execute("PRAGMA synchronous=FULL");
        using var services = new ServiceCollection().AddProgramme().AddProcessRegistries().BuildServiceProvider();
        var register = new DirectRegister(database, new RegisterJson(services.GetRequiredService<Upcasters>()));
        var clock = await register.GetAsync<ClockRecord>(ClockRecord.Partition, ClockRecord.Row);
        return new OfflineHome(database, register, clock is null ? TimeProvider.System : new VirtualTimeProvider(clock.Value.Now));
    }

    public void Dispose() => Database.Dispose();
}
