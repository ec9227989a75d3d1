using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Durable.TaskHub;

/// <summary>The hub's outside: each call becomes work for the loop, or a read of a committed state.</summary>
internal sealed class EmbeddedTaskHub : SqliteTaskHub
{
    private static readonly TimeSpan BeforeCheck = TimeSpan.FromSeconds(2);

    private readonly TaskHubOptions _options;
    private readonly HubFile _file;
    private readonly HubTelemetry _telemetry;
    private readonly HubLoop _loop;
    private readonly ReadConnections _readers;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lazy<Task> _stop;
    private bool _isStarted;
    private bool _isClosed;
    private volatile Exception? _fault;

    public EmbeddedTaskHub(TaskHubOptions options, DurableTaskRegistry registry, IServiceProvider services, ILoggerFactory? loggers)
    {
        _options = options;
        _file = HubFile.Open(options);
        var logger = loggers?.CreateLogger<SqliteTaskHub>() ?? NullLogger<SqliteTaskHub>.Instance;
        _telemetry = new HubTelemetry(() => _loop?.QueueDepth ?? default);
        _loop = new HubLoop(options, _file, registry, services, _telemetry, loggers, logger);
        _loop.Ended += OnEnded;
        _loop.Failed += OnFailed;
        _readers = new ReadConnections(_file.OpenReader);
        _stop = new Lazy<Task>(StopOnceAsync);
    }

    public override DateTimeOffset? NextDue => _loop.NextTimer is var next and not long.MaxValue ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null;

    public override DateTimeOffset? NextDueWithout(IReadOnlyCollection<string> instanceIds) => Read(database => InstanceQueries.NextDueWithout(database, instanceIds));

    public override bool IsRunning => _isStarted && !_isClosed && _loop.IsWell;

    public override HubStatistics Statistics() => Read(database => StatisticsQueries.Read(database, _options.Time.GetUtcNow(), IsRunning));

    public override void Start()
    {
        _isStarted = true;
        _loop.Start();
        if (_file.CheckLater)
            _ = CheckInBackgroundAsync();
    }

    // asked by two at once (a host that stops and one that disposes of it), it is done once, and both wait for it
    public override Task StopAsync() => _stop.Value;

    public override async ValueTask DisposeAsync() => await StopAsync();

    private async Task StopOnceAsync()
    {
        _isClosed = true;
        await _closing.CancelAsync();
        if (_isStarted)
            await Task.Run(_loop.Stop);
        _loop.Dispose();
        _telemetry.Dispose();
        _closing.Dispose();
        _readers.Dispose();
        _file.Dispose();
        foreach (var waiting in _waiting.Values)
            waiting.TrySetException(new ObjectDisposedException(nameof(SqliteTaskHub)));
    }

    public override Task<T> WriteAsync<T>(Func<HubTransaction, T> write, CancellationToken cancellation = default) => Do(write, cancellation);

    public override T Read<T>(Func<SqliteDatabase, T> read) => _readers.Read(read);

    public override Task WhenIdleAsync() => _loop.WhenIdleAsync();

    public override void ClockMoved() => _loop.Signal();

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var json = DataConverter.Serialize(input);
        await Do(step => step.Start(orchestratorName.Name, id, json, options?.Version ?? "", options?.StartAt), cancellation);
        return id;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        var json = DataConverter.Serialize(eventPayload);
        return DoOn(instanceId, (step, row) => step.Deliver(row.Key, HistoryEvents.Raised(step.Now, eventName, json)), cancellation);
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        while (true)
        {
            var waiting = _waiting.GetOrAdd(instanceId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (await GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation) is { IsCompleted: true } ended)
            {
                _waiting.TryRemove(instanceId, out _);
                return ended;
            }

            if (_fault is { } fault)
                throw fault;
            await waiting.Task.WaitAsync(cancellation);
        }
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Read(database => InstanceQueries.Find(database, instanceId, getInputsAndOutputs)));

    public override async IAsyncEnumerable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        var query = filter ?? new OrchestrationQuery();
        var after = "";
        while (Read(database => InstanceQueries.Page(database, query, after)) is { Count: > 0 } page)
        {
            foreach (var instance in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return instance;
            }

            after = page[^1].InstanceId;
        }
    }

    public override Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellation = default)
    {
        var json = DataConverter.Serialize(output);
        return DoOn(instanceId, (step, row) => Terminate(step, row, json), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        DoOn(instanceId, (step, row) => step.Deliver(row.Key, HistoryEvents.Suspended(step.Now, reason)), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        DoOn(instanceId, (step, row) => Resume(step, row, reason), cancellation);

    public override Task<bool> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default) => Do(
        step =>
        {
            if (step.Tables.Find(instanceId) is not { HasEnded: true } row)
                return false;
            step.Tables.DeleteInstance(row.Key);
            return true;
        },
        cancellation);

    private Task<T> Do<T>(Func<HubStep, T> run, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteTaskHub));
        var work = new CallerWork<T>(run, cancellation);
        _loop.Enqueue(work);
        return work.Task;
    }

    private Task<bool> DoOn(string instanceId, Action<HubStep, InstanceRow> run, CancellationToken cancellation) => Do(
        step =>
        {
            if (step.Tables.Find(instanceId) is not { HasEnded: false } row)
                return false;
            run(step, row);
            return true;
        },
        cancellation);

    // the executor is not asked: an instance ends also where its code is gone, parked or has not begun
    private static void Terminate(HubStep step, InstanceRow row, string? output)
    {
        var chunk = new HistoryChunk();
        chunk.Events.Add(HistoryEvents.Started(step.Now));
        chunk.Events.Add(HistoryEvents.Terminated(step.Now, output));
        chunk.Events.Add(HistoryEvents.ExecutionEnded(step.Now, -1, OrchestrationStatus.Terminated, output, failure: null));
        chunk.Events.Add(HistoryEvents.Completed(step.Now));
        step.Tables.AppendHistory(row.Key, row.Episodes++, chunk);
        step.End(row, OrchestrationStatus.Terminated, output, failure: null);
    }

    private void Resume(HubStep step, InstanceRow row, string? reason)
    {
        if (row.Parked is null)
        {
            step.Deliver(row.Key, HistoryEvents.Resumed(step.Now, reason));
            return;
        }

        row.Parked = null;
        row.Recoveries = 0;
        _loop.Cache.Drop(row.Key);
        step.Tables.Update(row, step.NowMs);
        step.Scheduled.AddRange(step.Tables.Tasks(row.Key));
        step.Wake(row.Key);
    }

    private void OnEnded(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if (_waiting.TryRemove(id, out var waiting))
                waiting.TrySetResult();
        }
    }

    private void OnFailed(Exception fault)
    {
        _fault = fault;
        foreach (var waiting in _waiting.Values)
            waiting.TrySetException(fault);
    }

    // later, so that it takes nothing from the start: whoever waits for the first answer comes first
    private async Task CheckInBackgroundAsync()
    {
        try
        {
            await Task.Delay(BeforeCheck, _closing.Token);
            using var database = _file.OpenReader();
            HubFile.RefuseDamaged(database, _options.Path);
        }
        catch (Exception e) when (e is TaskHubException or SqliteException)
        {
            _options.OnDamage?.Invoke(e as TaskHubException ?? new TaskHubException(e.Message, e));
        }
        catch (OperationCanceledException)
        {
            // closed before its turn
        }
    }
}
