using Husrum.Durable.Execution;
using Husrum.Durable.Protocol;
using Kind = Husrum.Durable.Protocol.HistoryEvent.EventTypeOneofCase;

namespace Husrum.Durable;

/// <content>What each event of a history does to the run.</content>
internal sealed partial class OrchestrationExecution
{
    private void Handle(HistoryEvent e)
    {
        switch (e.EventTypeCase)
        {
            case Kind.OrchestratorStarted:
                _context.BeginEpisode(e.Timestamp);
                break;
            case Kind.OrchestratorCompleted:
                if (_isStrict && (_context.Decisions.FirstPending() ?? _completion) is { } surplus)
                    throw Divergence.Surplus(_instanceId, _position, surplus);
                break;
            case Kind.TaskScheduled:
                Confirm(e, CallKind.Activity, e.TaskScheduled.Name);
                break;
            case Kind.TimerCreated:
                // a host splits a batch that is too large for one message with a timer of its own
                if (e.EventId != OrchestrationExecutorOptions.HostsOwnTimer)
                    Confirm(e, CallKind.Timer, "");
                break;
            case Kind.SubOrchestrationInstanceCreated:
                Confirm(e, CallKind.SubOrchestration, e.SubOrchestrationInstanceCreated.Name);
                break;
            case Kind.EventSent:
                Confirm(e, CallKind.SentEvent, e.EventSent.Name);
                break;
            case Kind.ExecutionCompleted:
                ConfirmEnd(e);
                break;
            case Kind.ExecutionTerminated:
                Terminate(e.ExecutionTerminated.Input);
                break;
            case Kind.GenericEvent or Kind.ContinueAsNew:
                break;
            case Kind.None:
                throw HistoryKinds.Unknown(e, _instanceId, _position);
            default:
                Deliver(e);
                break;
        }
    }

    // what reaches the code, and is therefore held back while the instance is suspended
    private void Deliver(HistoryEvent e)
    {
        if (e.EventRaised?.Name == OrchestrationExecutor.WakeUpEvent)
            return; // it has done its work: there is an episode
        if (IsCompleted || _completion is not null)
        {
            // what comes after the code's last step belongs to the next run, if there is one
            if (IsContinuing && e.EventTypeCase is Kind.EventRaised or Kind.ExecutionSuspended or Kind.ExecutionResumed)
                _carryover.Add(e);
            return;
        }

        switch (e.EventTypeCase)
        {
            case Kind.ExecutionSuspended:
                _isSuspended = true;
                return;
            case Kind.ExecutionResumed:
                _isSuspended = false;
                while (!_isSuspended && _held.TryDequeue(out var next))
                    Deliver(next);
                return;
        }

        if (_isSuspended)
        {
            _held.Enqueue(e);
            return;
        }

        Apply(e);
        _turns.Run();
        Settle();
    }

    private void Apply(HistoryEvent e)
    {
        switch (e.EventTypeCase)
        {
            case Kind.ExecutionStarted:
                if (_code is null)
                    Start(e.ExecutionStarted);
                break;
            case Kind.TaskCompleted:
                _context.Calls.Close(e.TaskCompleted.TaskScheduledId, CallKind.Activity)?.Complete(e.TaskCompleted.Result);
                break;
            case Kind.TaskFailed:
                _context.Calls.Close(e.TaskFailed.TaskScheduledId, CallKind.Activity)?.Fail(Failures.ToPublic(e.TaskFailed.FailureDetails));
                break;
            case Kind.TimerFired:
                _context.Calls.Close(e.TimerFired.TimerId, CallKind.Timer)?.Complete(null);
                break;
            case Kind.SubOrchestrationInstanceCompleted:
                _context.Calls.Close(e.SubOrchestrationInstanceCompleted.TaskScheduledId, CallKind.SubOrchestration)?.Complete(e.SubOrchestrationInstanceCompleted.Result);
                break;
            case Kind.SubOrchestrationInstanceFailed:
                _context.Calls.Close(e.SubOrchestrationInstanceFailed.TaskScheduledId, CallKind.SubOrchestration)?.Fail(Failures.ToPublic(e.SubOrchestrationInstanceFailed.FailureDetails));
                break;
            case Kind.EventRaised:
                if (_context.Continuation is null)
                    _context.Inbox.Raise(e);
                else
                    _context.Inbox.Keep(e);
                break;
        }
    }

    private void Start(ExecutionStartedEvent start)
    {
        var orchestrator = Make(start.Name);
        _context.BeginRun(start);
        try
        {
            _context.Input = DataConverter.Deserialize(start.Input, orchestrator.InputType);
            _code = _turns.First(() => orchestrator.RunAsync(_context, _context.Input));
        }
        catch (Exception e)
        {
            _code = Task.FromException<object?>(e);
        }
    }

    private ITaskOrchestrator Make(string name)
    {
        try
        {
            return _registry.CreateOrchestrator(name) ?? throw new UnknownOrchestratorException(name);
        }
        catch (Exception e) when (e is not UnknownOrchestratorException)
        {
            throw new UnknownOrchestratorException(name, e);
        }
    }

    // after each turn: has the code ended, or does it wait for something no event can end?
    private void Settle()
    {
        if (_code is null)
            return;
        var continuation = _context.Continuation;
        if (!_code.IsCompleted)
        {
            if (_context.Calls.Count == 0 && (_context.Inbox.Waits == 0 || continuation is not null))
                throw _turns.Stranded(continuation is not null);
        }
        else if (continuation is null || !_code.IsCompletedSuccessfully)
        {
            End(Completion.Of(_code));
        }
        else if (_context.Calls.Count == _context.Calls.Timers)
        {
            End(Completion.AsNew(continuation));
            if (continuation.KeepsEvents)
                _carryover.AddRange(_context.Inbox.TakeKept());
        }
    }

    private bool IsContinuing => _completion?.CompleteOrchestration.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew;

    private void Terminate(string? output)
    {
        if (IsContinuing)
        {
            // the next run would be terminated before it could do anything
            _completion!.CompleteOrchestration = Completion.Terminated(output);
            _carryover.Clear();
        }
        else if (!IsCompleted && _completion is null)
        {
            End(Completion.Terminated(output));
        }
    }

    private void End(CompleteOrchestrationAction completion) =>
        _completion = new OrchestratorAction { Id = _context.Decisions.TakeId(), CompleteOrchestration = completion };

    private void Confirm(HistoryEvent e, CallKind kind, string name)
    {
        var action = _context.Decisions.Confirm(e.EventId, kind, name, out var isConfirmed);
        if (!isConfirmed)
            throw Divergence.Of(_instanceId, _position, Wording.Of(kind, e.EventId, name), action, _code, _context);
    }

    private void ConfirmEnd(HistoryEvent e)
    {
        var status = e.ExecutionCompleted.OrchestrationStatus;
        if (_completion?.CompleteOrchestration.OrchestrationStatus != status)
            throw Divergence.Of(_instanceId, _position, $"end as {status} (#{e.EventId})", _completion, _code, _context);
        _completion = null;
        IsCompleted = true;
    }
}
