using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable.Execution;

/// <summary>The orchestrator's view of one run: each call becomes a numbered decision and a task that an event of the history will end.</summary>
internal sealed class RunContext(OrchestratorTurns turns, string instanceId, ILoggerFactory loggers, OrchestrationExecutorOptions options) : TaskOrchestrationContext
{
    private ExecutionStartedEvent _start = new();
    private Timestamp? _episode;
    private DateTime? _now;
    private bool _replaying;
    private int _guids;

    public Decisions Decisions { get; } = new();

    public OpenCalls Calls { get; } = new();

    public EventInbox Inbox { get; } = new(turns);

    /// <summary>How the run is to go on as new, once the code has returned; null where it is to end.</summary>
    public Continuation? Continuation { get; private set; }

    /// <summary>JSON.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>The input as read for the orchestrator.</summary>
    public object? Input { get; set; }

    public override TaskName Name => _start.Name;

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent => _start.ParentInstance is { } parent
        ? new ParentOrchestrationInstance(parent.Name ?? "", parent.OrchestrationInstance?.InstanceId ?? "")
        : null;

    public override string Version => _start.Version ?? "";

    public override DateTime CurrentUtcDateTime => _now ??= _episode?.ToDateTime() ?? throw new InvalidHistoryException("The history does not begin with the start of an episode, so there is no time.");

    public override bool IsReplaying => _replaying;

    public void SetReplaying(bool replaying) => _replaying = replaying;

    public void BeginEpisode(Timestamp time)
    {
        _episode = time;
        _now = null;
    }

    public void BeginRun(ExecutionStartedEvent start) => _start = start;

    public override T? GetInput<T>()
        where T : default => Input is T input ? input : DataConverter.Deserialize<T>(_start.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        turns.Demand();
        RefuseMisplaced(input, options);
        var json = DataConverter.SerializeActivityInput(input);
        return options?.Retry is { } policy
            ? Retries.RunAsync(this, policy, () => Schedule<TResult>(name.Name, json))
            : Schedule<TResult>(name.Name, json);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        turns.Demand();
        RefuseMisplaced(input, options);
        var json = DataConverter.Serialize(input);
        // one id for all attempts, as in the SDK
        var child = options?.InstanceId ?? NewGuid().ToString("N");
        return options?.Retry is { } policy
            ? Retries.RunAsync(this, policy, () => StartChild<TResult>(orchestratorName.Name, child, json))
            : StartChild<TResult>(orchestratorName.Name, child, json);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        turns.Demand();
        if (fireAt.Kind == DateTimeKind.Local)
            throw new ArgumentException("A timer's due time is UTC; this one is in the machine's local time.", nameof(fireAt));
        var due = DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        return options.MaximumTimerInterval is { } leg ? CreateTimerInLegs(due, leg, cancellationToken) : CreateTimerInOne(due, cancellationToken);
    }

    /// <summary>One timer, however far away its time is.</summary>
    public Task CreateTimerInOne(DateTime dueUtc, CancellationToken cancellationToken)
    {
        turns.Demand();
        var id = Decisions.TakeId();
        Decisions.Add(new OrchestratorAction { Id = id, CreateTimer = new CreateTimerAction { FireAt = Timestamp.FromDateTime(dueUtc) } });
        var timer = new OpenTimer(Calls, turns, id);
        Calls.Open(id, timer);
        timer.ListenTo(cancellationToken);
        return timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        turns.Demand();
        if (Continuation is not null)
            throw new InvalidOperationException($"The orchestrator waits for event '{eventName}' after ContinueAsNew. Events go to the next run from there on: return instead.");
        return Inbox.Wait<T>(eventName, cancellationToken);
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var timerCancel = new CancellationTokenSource();
        using var waitCancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // the timer first, and also where the event is here already: so the SDK numbers them
        var timer = CreateTimer(CurrentUtcDateTime.Add(timeout), timerCancel.Token);
        var wait = WaitForExternalEvent<T>(eventName, waitCancel.Token);
        var first = await Task.WhenAny(timer, wait);
        // not CancelAsync: that would leave the thread
        (first == timer ? waitCancel : timerCancel).Cancel();
        return await wait;
    }

    public override void SendEvent(string instanceId, string eventName, object? payload)
    {
        turns.Demand();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var data = DataConverter.Serialize(payload);
        Decisions.Add(new OrchestratorAction
        {
            Id = Decisions.TakeId(),
            SendEvent = new SendEventAction { Instance = new OrchestrationInstance { InstanceId = instanceId }, Name = eventName, Data = data },
        });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        turns.Demand();
        CustomStatus = DataConverter.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        turns.Demand();
        Continuation = new Continuation(DataConverter.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        turns.Demand();
        return DeterministicGuid.Create(instanceId, CurrentUtcDateTime, _guids++);
    }

    public override ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(this, loggers.CreateLogger(categoryName));

    private Task<T> Schedule<T>(string name, string input)
    {
        turns.Demand(nameof(CallActivityAsync));
        var id = Decisions.TakeId();
        Decisions.Add(new OrchestratorAction { Id = id, ScheduleTask = new ScheduleTaskAction { Name = name, Version = Version, Input = input } });
        var call = new OpenCall<T>(CallKind.Activity, id, name);
        Calls.Open(id, call);
        return call.Task;
    }

    private Task<T> StartChild<T>(string name, string child, string? input)
    {
        turns.Demand(nameof(CallSubOrchestratorAsync));
        var id = Decisions.TakeId();
        Decisions.Add(new OrchestratorAction { Id = id, CreateSubOrchestration = new CreateSubOrchestrationAction { Name = name, Version = Version, InstanceId = child, Input = input } });
        var call = new OpenCall<T>(CallKind.SubOrchestration, id, name);
        Calls.Open(id, call);
        return call.Task;
    }

    private async Task CreateTimerInLegs(DateTime due, TimeSpan leg, CancellationToken cancellationToken)
    {
        while (due - CurrentUtcDateTime > leg && !cancellationToken.IsCancellationRequested)
            await CreateTimerInOne(CurrentUtcDateTime + leg, cancellationToken);
        await CreateTimerInOne(due, cancellationToken);
    }

    private static void RefuseMisplaced(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
            throw new ArgumentException("Task options stand where the input should be; name the argument: options: ….", nameof(input));
    }
}

/// <summary>How a run goes on as new.</summary>
/// <param name="Input">The next run's input, JSON.</param>
/// <param name="KeepsEvents">Whether events nobody took go along.</param>
internal sealed record Continuation(string? Input, bool KeepsEvents);
