using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Functions.Tests.Homes;

/// <summary>
/// A stand-in for the Functions host with the Durable extension: it keeps histories, calls the handler over HTTP as the host does (values as text inside text,
/// error bodies thrown away), and carries out the actions. A handler that dies or answers outside 2xx during an episode fails the instance for good, as there.
/// </summary>
internal sealed class StandInHost(Uri handler, TestClock clock) : IDisposable
{
    // what a queue message of Azure Storage can be hidden for
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(6);
    private readonly HttpClient _http = new() { BaseAddress = handler };
    private readonly Dictionary<string, StandInInstance> _instances = [];
    private readonly PriorityQueue<(string Instance, string Execution, HistoryEvent Event), DateTimeOffset> _timers = new();
    private readonly SemaphoreSlim _turn = new(1);

    public DateTimeOffset? NextDue => _timers.TryPeek(out _, out var due) ? due : null;

    /// <summary>The longest timer any orchestrator asked for.</summary>
    public TimeSpan LongestTimerSeen { get; private set; }

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

    public bool Tell(string id, HistoryEvent e)
    {
        lock (_instances)
        {
            if (!_instances.TryGetValue(id, out var instance) || instance.HasEnded)
                return false;
            e.EventId = -1;
            e.Timestamp = Now;
            instance.News.Add(e);
            return true;
        }
    }

    public bool Purge(string id)
    {
        lock (_instances)
            return _instances.TryGetValue(id, out var instance) && instance.HasEnded && _instances.Remove(id);
    }

    /// <summary>Runs episodes and activities until nothing is left to do at the present moment.</summary>
    public async Task SettleAsync()
    {
        await _turn.WaitAsync();
        try
        {
            while (true)
            {
                FireTimers();
                StandInInstance? next;
                lock (_instances)
                    next = _instances.Values.FirstOrDefault(i => i.News.Count > 0 && !i.HasEnded);
                if (next is null)
                    return;
                await EpisodeAsync(next);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    private Timestamp Now => clock.Now.ToTimestamp();

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

    private void FireTimers()
    {
        while (_timers.TryPeek(out var timer, out var due) && due <= clock.Now)
        {
            _timers.Dequeue();
            if (Find(timer.Instance)?.ExecutionId == timer.Execution)
                Tell(timer.Instance, timer.Event);
        }
    }

    private async Task EpisodeAsync(StandInInstance instance)
    {
        var request = new OrchestratorRequest { InstanceId = instance.Id, ExecutionId = instance.ExecutionId };
        List<HistoryEvent> news;
        lock (_instances)
        {
            news = [new() { EventId = -1, Timestamp = Now, OrchestratorStarted = new() }, .. instance.News];
            instance.News.Clear();
        }

        if (news.Any(e => e.ExecutionTerminated is not null))
        {
            End(instance, OrchestrationStatus.Terminated, news.First(e => e.ExecutionTerminated is not null).ExecutionTerminated.Input, null);
            return;
        }

        request.PastEvents.AddRange(instance.History);
        request.NewEvents.AddRange(news);
        var envelope = new { Data = new { context = Text(JsonSerializer.Serialize(Convert.ToBase64String(request.ToByteArray()))) }, Metadata = new { sys = new { MethodName = instance.Name } } };
        if (await CallAsync(instance.Name, envelope) is not { } answer)
        {
            End(instance, OrchestrationStatus.Failed, null, new() { ErrorType = "FunctionFailed", ErrorMessage = "The orchestrator function failed." });
            return;
        }

        var text = answer.GetProperty("ReturnValue").GetString();
        if (string.IsNullOrEmpty(text))
        {
            End(instance, OrchestrationStatus.Failed, null, new() { ErrorType = "FunctionFailed", ErrorMessage = "An empty answer." });
            return;
        }

        var response = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(text));
        instance.History.AddRange(news);
        instance.CustomStatus = response.CustomStatus ?? instance.CustomStatus;
        instance.Status = news.Aggregate(instance.Status == OrchestrationStatus.Pending ? OrchestrationStatus.Running : instance.Status, (s, e) => e.ExecutionSuspended is not null ? OrchestrationStatus.Suspended : e.ExecutionResumed is not null ? OrchestrationStatus.Running : s);
        instance.Updated = clock.Now;
        foreach (var action in response.Actions)
            await CarryAsync(instance, action);
        if (instance.History.Count > 0)
            instance.History.Add(new() { EventId = -1, Timestamp = Now, OrchestratorCompleted = new() });
    }

    private async Task CarryAsync(StandInInstance instance, OrchestratorAction action)
    {
        var e = new HistoryEvent { EventId = action.Id, Timestamp = Now };
        switch (action.OrchestratorActionTypeCase)
        {
            case OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask:
                e.TaskScheduled = new() { Name = action.ScheduleTask.Name, Input = action.ScheduleTask.Input };
                instance.History.Add(e);
                await ActAsync(instance, action.Id, action.ScheduleTask);
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

    private void End(StandInInstance instance, OrchestrationStatus status, string? result, FailureDetails? failure)
    {
        (instance.Status, instance.Output, instance.Failure, instance.Updated) = (status, result, failure, clock.Now);
        if (instance.Parent is not { } parent)
            return;
        Tell(parent.Id, status == OrchestrationStatus.Completed
            ? new() { SubOrchestrationInstanceCompleted = new() { TaskScheduledId = parent.Task, Result = result } }
            : new() { SubOrchestrationInstanceFailed = new() { TaskScheduledId = parent.Task, FailureDetails = failure ?? new() { ErrorType = "Terminated", ErrorMessage = "" } } });
    }

    // neither the type nor the words of an activity's error reach the orchestrator
    private async Task ActAsync(StandInInstance instance, int id, ScheduleTaskAction task)
    {
        var envelope = new { Data = new { input = Text(JsonSerializer.Serialize(task.Input ?? "null")) }, Metadata = new { instanceId = Text(JsonSerializer.Serialize(instance.Id)) } };
        var answer = await CallAsync(task.Name, envelope);
        Tell(instance.Id, answer is { } json
            ? new() { TaskCompleted = new() { TaskScheduledId = id, Result = json.TryGetProperty("ReturnValue", out var value) && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : null } }
            : new() { TaskFailed = new() { TaskScheduledId = id, FailureDetails = new() { ErrorType = "System.Exception", ErrorMessage = "Exception while executing function: Functions." + task.Name } } });
    }

    private async Task<JsonElement?> CallAsync(string function, object envelope)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = new StringContent(JsonSerializer.Serialize(envelope), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string Text(string json) => json;
}
