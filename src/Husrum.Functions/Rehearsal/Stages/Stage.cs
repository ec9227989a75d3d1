using System.Text.Json.Nodes;
using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>
/// The program as it is in production, without a web server: the real hub and register on a file that is thrown away, the real processes and messenger, a clock that is turned,
/// and a <see cref="StageWorld"/> in place of everything outside. One thing happens after the other, so the same seed and the same people give the same, to the byte.
/// <code>
/// await using var stage = await Stage.OpenAsync(new StageOptions(new StageWorld(seed: 42), organisation, begins));
/// await stage.GoToAsync(end, [cast]);         // everything due happens in order, and people act in between
/// stage.World.Mailboxes.Sent                  // what was sent
/// stage.Chronicle.Entries                     // what was written, and when
/// </code>
/// To kill it: throw from <see cref="TaskHubOptions.BeforeCommit"/> or <see cref="TaskHubOptions.AfterCommit"/>. Whatever waits then gets a <see cref="TaskHubException"/>;
/// dispose of the stage, and open another one on the same <see cref="StageOptions.Folder"/> and world.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _temporary;
    private readonly VirtualClock _clock;
    private readonly SqliteTaskHub _hub;

    private Stage(StageOptions options, ServiceProvider services, string? temporary)
    {
        (World, _services, _temporary) = (options.World, services, temporary);
        (_hub, _clock) = (Get<SqliteTaskHub>(), Get<VirtualClock>());
        Chronicle = new StageChronicle(Get<VirtualTimeProvider>());
        Get<SqliteRegister>().Committed += Chronicle.Heard;
    }

    public StageWorld World { get; }

    /// <summary>What was written since this stage was opened.</summary>
    public StageChronicle Chronicle { get; }

    public IRegister Register => Get<IRegister>();

    public SqliteTaskHub Hub => _hub;

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Opens a stage, and lets happen what is due.</summary>
    public static async Task<Stage> OpenAsync(StageOptions options, CancellationToken cancellation = default)
    {
        var temporary = options.Folder is null ? Directory.CreateTempSubdirectory("husrum-stage-").FullName : null;
        var services = StageServices.Build(options, options.Folder ?? temporary!);
        Stage? stage = null;
        try
        {
            stage = new Stage(options, services, temporary);
            await stage.StartAsync(options.Nights, cancellation);
            return stage;
        }
        catch
        {
            await (stage?.DisposeAsync() ?? services.DisposeAsync());
            throw;
        }
    }

    /// <summary>A service of the program.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets everything happen that is due now and follows from what was done.</summary>
    public Task SettleAsync(CancellationToken cancellation = default) => _clock.AdvanceToAsync(Now, cancellation);

    /// <summary>To a moment: what is due happens in its order, each thing done before the next begins, and people act in between, each at their moment.</summary>
    /// <param name="until">UTC; where the clock is later, only what is due now happens.</param>
    /// <param name="actors">Those who act, in the order in which they do at the same moment.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="TaskHubException">The hub was stopped, as by a hook that kills it.</exception>
    public async Task GoToAsync(DateTimeOffset until, IReadOnlyList<IStageActor> actors, CancellationToken cancellation = default)
    {
        await SettleAsync(cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var actor in actors)
                await actor.LookAsync(this, cancellation);
            if (actors.FirstOrDefault(actor => actor.NextDue <= Now) is { } acting)
            {
                await acting.ActAsync(this, cancellation);
                await SettleAsync(cancellation);
                continue;
            }

            if (actors.Select(actor => actor.NextDue).Append(_clock.NextDue).Min() is not { } next || next > until)
                break;
            await _clock.AdvanceToAsync(next > Now ? next : Now, cancellation);
        }

        await _clock.AdvanceToAsync(until, cancellation);
    }

    /// <summary>All rows of a kind as they stand, in the order of their keys: for whoever looks at everything afterwards.</summary>
    public IReadOnlyList<(string Partition, string Row, JsonObject Body)> Rows(string kind) => _hub.Read(database =>
    {
        var found = new List<(string, string, JsonObject)>();
        var statement = database.Prepare("SELECT partition, row, body FROM register_row WHERE kind = ?1 ORDER BY partition, row").Bind(1, kind);
        while (statement.Step())
            found.Add((statement.Text(0), statement.Text(1), JsonNode.Parse(statement.Text(2))!.AsObject()));
        statement.Reset();
        return found;
    });

    /// <summary>How many rows of a kind have which values in two fields, such as <c>state</c> and <c>reason</c>; a field that is not there is empty.</summary>
    public IReadOnlyList<(string One, string Other, int Count)> Tally(string kind, string one, string other) => _hub.Read(database =>
    {
        var found = new List<(string, string, int)>();
        var statement = database.Prepare($"SELECT COALESCE(json_extract(body, '$.{one}'), ''), COALESCE(json_extract(body, '$.{other}'), ''), COUNT(*) FROM register_row WHERE kind = ?1 GROUP BY 1, 2 ORDER BY 1, 2").Bind(1, kind);
        while (statement.Step())
            found.Add((statement.Text(0), statement.Text(1), (int)statement.Int64(2)));
        statement.Reset();
        return found;
    });

    public async ValueTask DisposeAsync()
    {
        await _hub.StopAsync();
        await _services.DisposeAsync();
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }

    private async Task StartAsync(bool nights, CancellationToken cancellation)
    {
        await _clock.RestoreAsync(cancellation);
        _hub.Start();
        await _hub.WhenIdleAsync(); // what a killed life left behind comes first, and not beside what is written here
        await _clock.KeepAsync(cancellation);
        foreach (var (orchestrator, instanceId) in nights ? _services.GetServices<Process>().SelectMany(process => process.Standing) : [])
            await _hub.ScheduleNewOrchestrationInstanceAsync(orchestrator, null, new StartOrchestrationOptions(instanceId), cancellation);
        await SettleAsync(cancellation);
    }
}
