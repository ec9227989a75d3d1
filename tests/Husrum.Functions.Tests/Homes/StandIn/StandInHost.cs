using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.StandIn;

/// <summary>
/// A stand-in for the Functions host with the Durable extension, after what is known of them: it keeps the histories, calls the handler, and carries out the actions.
/// A handler that dies, answers outside 2xx, or answers nothing during an episode fails the instance for good, as there. It is not the host: what it does not know, it cannot show.
/// </summary>
internal sealed class StandInHost(StandInFunctions functions, StandInCalls calls, TestClock clock) : IDisposable
{
    // what a queue message of Azure Storage can be hidden for
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(6);
    private readonly Dictionary<string, StandInInstance> _instances = [];
    private readonly Queue<(StandInInstance Instance, string Execution, int Id, ScheduleTaskAction Task)> _activities = new();
    private readonly PriorityQueue<(string Instance, string Execution, HistoryEvent Event), DateTimeOffset> _timers = new();
    private readonly SemaphoreSlim _turn = new(1);

    public DateTimeOffset? NextDue => _timers.TryPeek(out _, out var due) ? due : null;

    /// <summary>The longest timer any orchestrator asked for.</summary>
    public TimeSpan LongestTimerSeen { get; private set; }

    /// <summary>How many calls of orchestrators and of activities failed.</summary>
    public (int Orchestrators, int Activities) FailedCalls { get; private set; }

    public StandInInstance? Find(string id)
    {
        lock (_instances)
            return _instances.GetValueOrDefault(id);
    }

    public List<StandInInstance> All()
    {
        lock (_instances)
            return [.. _instances.Values.OrderBy(i => i.Id, StringComparer.Ordinal)];
    }

    /// <summary>A completed id runs again.</summary>
    /// <returns>False where one of that id runs: the host answers that with an error.</returns>
    public bool Start(string name, string id, string? input, (string Id, int Task)? parent = null)
    {
        lock (_instances)
        {
            if (_instances.TryGetValue(id, out var old) && !old.HasEnded)
                return false;
            var instance = new StandInInstance(id, name, clock.Now) { Input = input, Parent = parent };
            _instances[id] = instance;
            instance.News.Add(Started(instance, input));
            return true;
        }
    }

    /// <summary>Puts an event into an instance's inbox.</summary>
    public Told Tell(string id, HistoryEvent e)
    {
        lock (_instances)
        {
            if (!_instances.TryGetValue(id, out var instance))
                return Told.Unknown;
            if (instance.HasEnded)
                return Told.Ended;
            e.EventId = -1;
            e.Timestamp = Now;
            instance.News.Add(e);
            return Told.Done;
        }
    }

    /// <summary>Deletes an instance in whatever state.</summary>
    public bool Purge(string id)
    {
        lock (_instances)
            return _instances.Remove(id);
    }

    /// <summary>The timer fires.</summary>
    /// <returns>False where the call failed.</returns>
    public async Task<bool> HousekeepAsync()
    {
        var timer = new JsonObject { ["Schedule"] = new JsonObject { ["AdjustForDST"] = true }, ["ScheduleStatus"] = null, ["IsPastDue"] = false };
        return await calls.CallAsync(functions.Only("timerTrigger"), timer) is not null;
    }

    /// <summary>Runs episodes and activities until nothing is left to do at the present moment.</summary>
    public async Task SettleAsync()
    {
        await _turn.WaitAsync();
        try
        {
            while (await StepAsync())
            {
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Moves the clock from due time to due time.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        var end = clock.Now + time;
        while (true)
        {
            await SettleAsync();
            if (NextDue is not { } next || next > end)
                break;
            clock.Now = next > clock.Now ? next : clock.Now;
        }

        clock.Now = end;
    }

    public void Dispose() => _turn.Dispose();

    private Timestamp Now => clock.Now.ToTimestamp();

    private async Task<bool> StepAsync()
    {
        while (_timers.TryPeek(out var timer, out var due) && due <= clock.Now)
        {
            _timers.Dequeue();
            if (Find(timer.Instance)?.ExecutionId == timer.Execution)
                Tell(timer.Instance, timer.Event);
        }

        StandInInstance? next;
        lock (_instances)
            next = _instances.Values.FirstOrDefault(i => i.News.Count > 0 && !i.HasEnded);
        if (next is not null)
            await EpisodeAsync(next);
        else if (_activities.TryDequeue(out var activity))
            await ActAsync(activity.Instance, activity.Execution, activity.Id, activity.Task);
        else
            return false;
        return true;
    }

    private HistoryEvent Started(StandInInstance instance, string? input) => new()
    {
        EventId = -1,
        Timestamp = Now,
        ExecutionStarted = new()
        {
            Name = instance.Name,
            Version = "",
            Input = input,
            OrchestrationInstance = new() { InstanceId = instance.Id, ExecutionId = instance.ExecutionId },
            ParentInstance = instance.Parent is { } p ? new() { TaskScheduledId = p.Task, OrchestrationInstance = new() { InstanceId = p.Id } } : null,
        },
    };

    private async Task EpisodeAsync(StandInInstance instance)
    {
        var request = new OrchestratorRequest { InstanceId = instance.Id, ExecutionId = instance.ExecutionId };
        List<HistoryEvent> news;
        lock (_instances)
        {
            news = [new() { EventId = -1, Timestamp = Now, OrchestratorStarted = new() }, .. instance.News];
            instance.News.Clear();
        }

        request.PastEvents.AddRange(instance.History);
        request.NewEvents.AddRange(news);
        if (functions.Find(instance.Name, "orchestrationTrigger") is not { } function)
        {
            Fail(instance, $"The function '{instance.Name}' doesn't exist, is disabled, or is not an orchestrator function.", null);
            return;
        }

        var answer = await calls.CallAsync(function, StandInCalls.Text(Convert.ToBase64String(request.ToByteArray())));
        var text = answer?.TryGetProperty("ReturnValue", out var value) == true && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : null;
        if (string.IsNullOrEmpty(text)) // no answer, or an all-default one
        {
            FailedCalls = (FailedCalls.Orchestrators + 1, FailedCalls.Activities);
            Fail(instance, $"Function '{instance.Name}' failed with an unhandled exception.", new() { ErrorType = "Microsoft.Azure.WebJobs.Host.FunctionInvocationException", ErrorMessage = $"Exception while executing function: Functions.{instance.Name}" });
            return;
        }

        var response = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(text));
        instance.History.AddRange(news);
        instance.CustomStatus = response.CustomStatus ?? instance.CustomStatus;
        instance.Status = news.Aggregate(instance.Status == OrchestrationStatus.Pending ? OrchestrationStatus.Running : instance.Status, (s, e) => e.ExecutionSuspended is not null ? OrchestrationStatus.Suspended : e.ExecutionResumed is not null ? OrchestrationStatus.Running : s);
        instance.Updated = clock.Now;
        foreach (var action in response.Actions)
            Carry(instance, action);
        if (instance.History.Count > 0)
            instance.History.Add(new() { EventId = -1, Timestamp = Now, OrchestratorCompleted = new() });
    }

    private void Carry(StandInInstance instance, OrchestratorAction action)
    {
        var e = new HistoryEvent { EventId = action.Id, Timestamp = Now };
        switch (action.OrchestratorActionTypeCase)
        {
            case OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask:
                e.TaskScheduled = new() { Name = action.ScheduleTask.Name, Input = action.ScheduleTask.Input };
                instance.History.Add(e);
                _activities.Enqueue((instance, instance.ExecutionId, action.Id, action.ScheduleTask));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer:
                var fireAt = action.CreateTimer.FireAt.ToDateTimeOffset();
                LongestTimerSeen = fireAt - clock.Now > LongestTimerSeen ? fireAt - clock.Now : LongestTimerSeen;
                (fireAt - clock.Now).ShouldBeLessThan(LongestTimer, "a longer timer cannot be kept by Azure Storage");
                e.TimerCreated = new() { FireAt = action.CreateTimer.FireAt };
                instance.History.Add(e);
                _timers.Enqueue((instance.Id, instance.ExecutionId, new() { TimerFired = new() { TimerId = action.Id, FireAt = action.CreateTimer.FireAt } }), fireAt);
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration:
                var child = action.CreateSubOrchestration;
                e.SubOrchestrationInstanceCreated = new() { InstanceId = child.InstanceId, Name = child.Name, Input = child.Input };
                instance.History.Add(e);
                Start(child.Name, child.InstanceId, child.Input, (instance.Id, action.Id));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent:
                e.EventSent = new() { InstanceId = action.SendEvent.Instance.InstanceId, Name = action.SendEvent.Name, Input = action.SendEvent.Data };
                instance.History.Add(e);
                Tell(action.SendEvent.Instance.InstanceId, new() { EventRaised = new() { Name = action.SendEvent.Name, Input = action.SendEvent.Data } });
                break;
            default:
                Complete(instance, action.CompleteOrchestration.ShouldNotBeNull());
                break;
        }
    }

    private void Complete(StandInInstance instance, CompleteOrchestrationAction completion)
    {
        if (completion.OrchestrationStatus != OrchestrationStatus.ContinuedAsNew)
        {
            End(instance, completion.OrchestrationStatus, completion.Result, completion.FailureDetails);
            return;
        }

        lock (_instances)
        {
            instance.History = [];
            instance.ExecutionId = Guid.NewGuid().ToString("N");
            instance.News.InsertRange(0, [Started(instance, completion.Result), .. completion.CarryoverEvents]);
        }
    }

    // for good: nothing is tried again
    private void Fail(StandInInstance instance, string words, FailureDetails? details) => End(instance, OrchestrationStatus.Failed, words, details);

    private void End(StandInInstance instance, OrchestrationStatus status, string? result, FailureDetails? failure)
    {
        (instance.Status, instance.Output, instance.Failure, instance.Updated) = (status, result, failure, clock.Now);
        if (instance.Parent is not { } parent)
            return;
        Tell(parent.Id, status == OrchestrationStatus.Completed
            ? new() { SubOrchestrationInstanceCompleted = new() { TaskScheduledId = parent.Task, Result = result } }
            : new() { SubOrchestrationInstanceFailed = new() { TaskScheduledId = parent.Task, FailureDetails = failure ?? new() { ErrorType = status.ToString(), ErrorMessage = result ?? "" } } });
    }

    // neither the type nor the words of an activity's error reach the orchestrator
    private async Task ActAsync(StandInInstance instance, string execution, int id, ScheduleTaskAction task)
    {
        HistoryEvent outcome;
        if (functions.Find(task.Name, "activityTrigger") is not { } function)
        {
            outcome = Failed(id, "System.InvalidOperationException", $"The function '{task.Name}' doesn't exist, is disabled, or is not an activity function.");
        }
        else
        {
            var input = task.Input ?? "null";
            var answer = await calls.CallAsync(
                function,
                StandInCalls.Text(input),
                ("instanceId", StandInCalls.Text(instance.Id)),
                (function.Binding, StandInCalls.Text(input)),
                ("data", JsonValue.Create(input)));
            FailedCalls = (FailedCalls.Orchestrators, FailedCalls.Activities + (answer is null ? 1 : 0));
            outcome = answer is { } json
                ? new() { TaskCompleted = new() { TaskScheduledId = id, Result = json.TryGetProperty("ReturnValue", out var value) && value.ValueKind != System.Text.Json.JsonValueKind.Null ? value.GetRawText() : null } }
                : Failed(id, "System.Exception", "Exception while executing function: Functions." + task.Name);
        }

        if (instance.ExecutionId == execution)
            Tell(instance.Id, outcome);
    }

    private static HistoryEvent Failed(int id, string type, string words) => new() { TaskFailed = new() { TaskScheduledId = id, FailureDetails = new() { ErrorType = type, ErrorMessage = words } } };
}

/// <summary>What became of an event.</summary>
internal enum Told
{
    Done,
    Ended,
    Unknown,
}
