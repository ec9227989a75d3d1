using Husrum.Durable.Protocol;

namespace Husrum.Durable.TaskHub;

/// <summary>Carries out what an orchestrator decided, and says it as a history event.</summary>
internal static class HubActions
{
    public static HistoryEvent Carry(HubStep step, InstanceRow row, OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => Schedule(step, row, action),
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => Sleep(step, row, action),
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration => StartChild(step, row, action),
        OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent => Send(step, action),
        var other => throw new InvalidHistoryException($"The executor answered with an action of a kind this hub does not know: {other}."),
    };

    private static HistoryEvent Schedule(HubStep step, InstanceRow row, OrchestratorAction action)
    {
        var task = action.ScheduleTask;
        step.Tables.AddTask(row.Key, row.Generation, action.Id, task.Name, task.Input);
        step.Scheduled.Add(new ActivityCall(row.Key, row.Id, action.Id, row.Generation, task.Name, task.Input));
        var e = Event(step, action.Id);
        e.TaskScheduled = new() { Name = task.Name, Version = task.Version, Input = task.Input };
        return e;
    }

    private static HistoryEvent Sleep(HubStep step, InstanceRow row, OrchestratorAction action)
    {
        // up, never down: a timer must not fire before its time
        var due = action.CreateTimer.FireAt.ToDateTimeOffset();
        step.AddTimer(row.Key, action.Id, due.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds());
        var e = Event(step, action.Id);
        e.TimerCreated = new() { FireAt = action.CreateTimer.FireAt };
        return e;
    }

    private static HistoryEvent StartChild(HubStep step, InstanceRow row, OrchestratorAction action)
    {
        var child = action.CreateSubOrchestration;

        // a retry of a child comes under the id of the attempt that failed
        if (step.Tables.Find(child.InstanceId) is { HasEnded: true } former && former.Parent == row.Id)
            step.Tables.DeleteInstance(former.Key);
        if (step.Tables.Insert(child.InstanceId, child.Name, child.Version ?? "", step.NowMs, startAt: null, row, action.Id) is { } started)
        {
            var parent = new ParentInstanceInfo
            {
                TaskScheduledId = action.Id,
                Name = row.Name,
                OrchestrationInstance = new() { InstanceId = row.Id, ExecutionId = HistoryEvents.Generation(row.Generation) },
            };
            step.Deliver(started.Key, HistoryEvents.ExecutionStarted(step.Now, child.Name, child.Version, child.Input, child.InstanceId, 0, parent));
        }
        else
        {
            var failure = new FailureDetails { ErrorType = "InstanceExists", ErrorMessage = $"An instance with the id '{child.InstanceId}' exists already.", IsNonRetriable = true };
            step.Deliver(row.Key, HistoryEvents.ChildEnded(step.Now, action.Id, OrchestrationStatus.Failed, null, failure));
        }

        var e = Event(step, action.Id);
        e.SubOrchestrationInstanceCreated = new() { InstanceId = child.InstanceId, Name = child.Name, Version = child.Version, Input = child.Input };
        return e;
    }

    private static HistoryEvent Send(HubStep step, OrchestratorAction action)
    {
        var sent = action.SendEvent;
        if (step.Tables.Find(sent.Instance.InstanceId) is { HasEnded: false } target)
            step.Deliver(target.Key, HistoryEvents.Raised(step.Now, sent.Name, sent.Data));
        var e = Event(step, action.Id);
        e.EventSent = new() { InstanceId = sent.Instance.InstanceId, Name = sent.Name, Input = sent.Data };
        return e;
    }

    private static HistoryEvent Event(HubStep step, int id) => new() { EventId = id, Timestamp = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(step.Now) };
}
