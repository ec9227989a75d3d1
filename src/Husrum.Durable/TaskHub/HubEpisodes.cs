using System.Diagnostics;
using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub.Sqlite;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable.TaskHub;

/// <summary>Runs episodes: takes what was delivered to an instance, lets the executor decide, writes history, timers, tasks and messages.</summary>
internal sealed class HubEpisodes(DurableTaskRegistry registry, HubTables tables, ExecutionCache cache, TaskHubOptions options, HubTelemetry telemetry, ILoggerFactory? loggers, ILogger logger)
{
    /// <summary>Runs one episode of an instance inside the step's transaction.</summary>
    public void Run(HubStep step, long key, List<HistoryEvent> delivered)
    {
        var row = cache.Row(key) ?? tables.Find(key);
        if (row is null || row.HasEnded)
            return;
        if (row.IsHeld)
        {
            Keep(row, delivered);
            return;
        }

        List<HistoryEvent>? events = null;
        OrchestrationExecution execution;
        OrchestratorResponse response;
        Activity? span = null;
        try
        {
            events = tables.TakeInbox(key);
            events.AddRange(delivered);
            if (events.Count == 0)
                return;
            step.Touched.Add(key);
            telemetry.EpisodeRan(row.Name);
            span = HubTelemetry.Episode(row, events.Count);
            events.Insert(0, HistoryEvents.Started(step.Now));
            execution = cache.Execution(key) ?? Rebuild(row);
            response = execution.RunEpisode(events);
        }
        catch (Exception e) when (e is not SqliteException)
        {
            // an orchestrator's own failure is an answer; whatever else comes here is this instance's trouble and must not become everybody's
            SetAside(step, row, events is null ? delivered : events[1..], e);
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            span?.Dispose();
            return;
        }

        using (span)
            Record(step, row, execution, events, response);
    }

    private void SetAside(HubStep step, InstanceRow row, List<HistoryEvent> undone, Exception e)
    {
        var reason = e is OrchestrationHaltedException ? e.Message : $"What is stored of it makes no sense to this program ({e.GetType().FullName}).";
        logger.LogError("Instance {Instance} ({Orchestrator}) is parked: {Reason}. Resume it once the program is mended, or terminate it.", row.Id, row.Name, reason);
        cache.Drop(row.Key);
        Keep(row, undone);
        step.Park(row, reason);
        telemetry.Parked(row.Name);
    }

    private OrchestrationExecution Rebuild(InstanceRow row)
    {
        var execution = new OrchestrationExecution(registry, row.Id, loggers, new OrchestrationExecutorOptions { MaximumTimerInterval = options.MaximumTimerInterval });
        if (row.Episodes > 0)
            execution.Replay(tables.History(row.Key, row.Episodes));
        return execution;
    }

    private void Keep(InstanceRow row, List<HistoryEvent> events)
    {
        foreach (var e in events)
            tables.AddToInbox(row.Key, e);
    }

    private void Record(HubStep step, InstanceRow row, OrchestrationExecution execution, List<HistoryEvent> events, OrchestratorResponse response)
    {
        var chunk = new HistoryChunk();
        chunk.Events.AddRange(events);
        CompleteOrchestrationAction? completion = null;
        var completionId = 0;
        foreach (var action in response.Actions)
        {
            if (action.OrchestratorActionTypeCase == OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration)
                (completion, completionId) = (action.CompleteOrchestration, action.Id);
            else
                chunk.Events.Add(HubActions.Carry(step, row, action));
        }

        // a sleeper that was given up must not wake anybody, nor make a virtual clock stop for nothing
        foreach (var timer in execution.TakeCancelledTimers())
            step.RemoveTimer(row.Key, timer);
        row.Recoveries = 0;
        row.CustomStatus = response.CustomStatus;
        row.Status = StatusAfter(row.Status, events);
        if (completion is { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew })
        {
            chunk.Events.Add(HistoryEvents.ExecutionEnded(step.Now, completionId, completion.OrchestrationStatus, completion.Result, failure: null));
            Close(step, row, chunk);
            ContinueAsNew(step, row, completion);
            return;
        }

        if (completion is not null)
        {
            // the protocol's result of a failed run is the exception's message
            if (completion.OrchestrationStatus == OrchestrationStatus.Failed && !options.KeepFailureMessages)
                completion.Result = null;
            completion.FailureDetails = FailureMessages.Scrub(completion.FailureDetails, options.KeepFailureMessages);
            chunk.Events.Add(HistoryEvents.ExecutionEnded(step.Now, completionId, completion.OrchestrationStatus, completion.Result, completion.FailureDetails));
        }

        Close(step, row, chunk);
        tables.AppendHistory(row.Key, row.Episodes++, chunk);
        if (completion is null)
        {
            tables.Update(row, step.NowMs);
            cache.Keep(row, execution);
        }
        else
        {
            cache.Drop(row.Key);
            step.End(row, completion.OrchestrationStatus, completion.Result, completion.FailureDetails);
        }
    }

    private void Close(HubStep step, InstanceRow row, HistoryChunk chunk)
    {
        chunk.Events.Add(HistoryEvents.Completed(step.Now));
        options.Recorder?.Invoke(new RecordedEpisode(row.Id, row.Name, row.Generation, chunk.Events));
    }

    // the old generation's timers and tasks go with its history: their numbers begin again
    private void ContinueAsNew(HubStep step, InstanceRow row, CompleteOrchestrationAction completion)
    {
        cache.Drop(row.Key);
        step.Clear(row, history: true, inbox: false);
        row.Generation++;
        row.Episodes = 0;
        tables.Update(row, step.NowMs);
        var parent = row.Parent is null ? null : new ParentInstanceInfo
        {
            TaskScheduledId = row.ParentTask,
            OrchestrationInstance = new() { InstanceId = row.Parent, ExecutionId = HistoryEvents.Generation(row.ParentGeneration) },
        };
        step.Deliver(row.Key, HistoryEvents.ExecutionStarted(step.Now, row.Name, row.Version, completion.Result, row.Id, row.Generation, parent));
        foreach (var e in completion.CarryoverEvents)
            step.Deliver(row.Key, e);
    }

    private static OrchestrationRuntimeStatus StatusAfter(OrchestrationRuntimeStatus before, List<HistoryEvent> events)
    {
        var status = before == OrchestrationRuntimeStatus.Pending ? OrchestrationRuntimeStatus.Running : before;
        foreach (var e in events)
        {
            if (e.ExecutionSuspended is not null)
                status = OrchestrationRuntimeStatus.Suspended;
            else if (e.ExecutionResumed is not null)
                status = OrchestrationRuntimeStatus.Running;
        }

        return status;
    }
}
