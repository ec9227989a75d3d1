using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.Remote;
using Husrum.Durable.TaskHub;
using Husrum.Durable.Tests.TaskHub;
using Husrum.Functions.Azure;
using Husrum.Functions.Embedded;
using Husrum.Functions.Tests.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure;

/// <summary>A register whose hub is the stand-in's. Processes come and go; the file and the hub stay.</summary>
internal sealed class IntentWorld : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private SqliteStore _file = null!;

    private readonly Upcasters _upcasters;

    private IntentWorld(Homes.AzureHome home, Upcasters upcasters) => (Home, _upcasters) = (home, upcasters);

    public Homes.AzureHome Home { get; }

    /// <summary>How often a process of a case was run.</summary>
    public int Runs { get; private set; }

    /// <summary>False as long as nobody has said where the hub is.</summary>
    public bool HubIsKnown { get; set; } = true;

    public FaultyStore Store { get; private set; } = null!;

    public IntentRaiser Raiser { get; private set; } = null!;

    public IntentRegister Register { get; private set; } = null!;

    public TestClock Machine { get; } = new();

    public LogLines Log { get; } = new();

    public static async Task<IntentWorld> StartAsync(Upcasters? upcasters = null)
    {
        IntentWorld? world = null;
        world = new IntentWorld(await Homes.AzureHome.StartAsync(registry => registry
            .AddOrchestratorFunc<string, string>("Case_1", async (context, input) =>
            {
                await context.CallActivityAsync("Count");
                return input + await context.WaitForExternalEvent<string>("said");
            })
            .AddActivityFunc<object?, object?>("Count", (_, _) =>
            {
                world!.Runs++;
                return Task.FromResult<object?>(null);
            })), upcasters ?? new Upcasters());
        world.StartProcess();
        return world;
    }

    /// <summary>Another process: whatever the last one had in its memory is gone.</summary>
    public void StartProcess()
    {
        _file?.Dispose();
        _file = SqliteStore.Open(_folder.At("husrum.db"), RegisterTables.Migrations, TimeProvider.System);
        Store = new FaultyStore(new DirectRegister(_file.Database, new RegisterJson(_upcasters)));
        var client = new RemoteTaskClient(_http, () => HubIsKnown ? new TaskHubAddress(Home.App.Rpc.Address, null, "") : null, TimeProvider.System, Log);
        Raiser = new IntentRaiser(Store, client, Machine, NullLogger<IntentRaiser>.Instance);
        Register = new IntentRegister(Store, Raiser, new Ids(new MachineRandom()), Machine, new Microsoft.Extensions.Logging.Logger<IntentRegister>(new Microsoft.Extensions.Logging.LoggerFactory([Log])));
    }

    /// <summary>Puts a row as another program would have left it.</summary>
    public void Plant(string partition, string row, EncodedRecord record) => RegisterRows.Put(_file.Database, partition, row, record, RegisterRows.NextETag(_file.Database));

    public async Task<List<IntentPlace>> LeftAsync()
    {
        var left = new List<IntentPlace>();
        await foreach (var place in Store.QueryAsync<IntentPlace>(Partitions.IntentIndex))
            left.Add(place.Value);
        return left;
    }

    public async Task<OrchestrationMetadata?> RunAsync(string id)
    {
        await Home.SettleAsync();
        return await Home.Client.GetInstanceAsync(id, true);
    }

    public async ValueTask DisposeAsync()
    {
        await Home.DisposeAsync();
        _file.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A register that dies before a write of one's choice.</summary>
internal sealed class FaultyStore(IRegister inner) : IRegister
{
    /// <summary>Says of which batches nothing is written any more.</summary>
    public Func<RegisterBatch, bool> DiesAt { get; set; } = _ => false;

    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class => inner.GetAsync<T>(partition, row, cancellation);

    public IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
        where T : class => inner.QueryAsync<T>(partition, rowPrefix, through, cancellation);

    public Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default) =>
        DiesAt(batch) ? throw new IOException("gone") : inner.CommitAsync(batch, cancellation);
}
