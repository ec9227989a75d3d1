using Husrum.Core.Register;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Embedded;
using Husrum.Functions.Tests.Azure.Storage;
using Husrum.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure.Tables;

/// <summary>A table of a test's own in the emulator, and registers on it as separate hosts have them.</summary>
internal sealed class TableBench
{
    private readonly string _name;

    private TableBench(StorageSettings settings, string name) => (Settings, _name, Table) = (settings, name, null!);

    public StorageSettings Settings { get; }

    public TableService Table { get; private init; }

    public TestClock Clock { get; } = new();

    public static StorageRetries Quick { get; } = new() { Delay = TimeSpan.FromMilliseconds(20), LongestDelay = TimeSpan.FromMilliseconds(200), AttemptTimeout = TimeSpan.FromSeconds(5) };

    public static async Task<TableBench> OpenAsync(Azurite azurite)
    {
        var (settings, name) = (await azurite.StartedAsync(), Azurite.NewTable());
        var bench = new TableBench(settings, name) { Table = Service(settings, name, null) };
        await bench.Table.CreateAsync(TestContext.Current.CancellationToken);
        return bench;
    }

    /// <summary>A register on the table, by another address where one is named.</summary>
    public TablesRegister Register(Upcasters? upcasters = null, Uri? by = null, StorageRetries? retries = null) => new(
        by is null && retries is null ? Table : Service(Settings with { Tables = by ?? Settings.Tables }, _name, retries),
        new RegisterJson(upcasters ?? new Upcasters()), new Ids(new MachineRandom()), Clock, NullLogger<TablesRegister>.Instance);

    public UnfinishedWrites Sweep() => new(Table, new RegisterJson(new Upcasters()), Clock);

    /// <summary>All keys of a partition, the register's own among them.</summary>
    public async Task<List<string>> KeysAsync(string partition)
    {
        var keys = new List<string>();
        await foreach (var row in Table.QueryAsync(partition, new KeyRange(null, null, null), TestContext.Current.CancellationToken))
            keys.Add(row.Key);
        return keys;
    }

    private static TableService Service(StorageSettings settings, string name, StorageRetries? retries) =>
        new(settings.Tables, name, StoragePipeline.Build(settings, isTable: true, retries: retries ?? Quick));
}
