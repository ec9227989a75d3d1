using System.Runtime.ExceptionServices;
using Husrum.Durable.Execution;
using Husrum.Durable.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Kind = Husrum.Durable.Protocol.HistoryEvent.EventTypeOneofCase;

namespace Husrum.Durable;

/// <summary>
/// One live run of an instance: feed the committed history once, then new events as they come. It may be kept between episodes, or thrown away and rebuilt by <see cref="Replay"/>.
/// One caller at a time, on any thread. Once a method has thrown, the run is of no more use.
/// </summary>
/// <remarks>
/// The orchestrator's code runs after each event, so that nothing depends on how events are batched into episodes. It ends when its method returns, whatever
/// calls are still open (their outcomes are dropped); a run that continues as new waits for its open activities and sub-orchestrations first, since their numbers begin again.
/// </remarks>
internal sealed class OrchestrationExecution
{
    private readonly DurableTaskRegistry _registry;
    private readonly string _instanceId;
    private readonly OrchestratorTurns _turns = new();
    private readonly RunContext _context;
    private readonly Queue<HistoryEvent> _held = new();
    private readonly List<HistoryEvent> _carryover = [];
    private Task<object?>? _code;
    private OrchestratorAction? _completion;
    private ExceptionDispatchInfo? _fault;
    private bool _isSuspended;
    private bool _isStrict;
    private int _position;
    private int _busy;

    /// <summary>A run that has seen nothing yet. Nothing of the orchestrator runs before the first event.</summary>
    public OrchestrationExecution(DurableTaskRegistry registry, string instanceId, ILoggerFactory? loggers = null, OrchestrationExecutorOptions? options = null)
    {
        _registry = registry;
        _instanceId = instanceId;
        _context = new RunContext(_turns, instanceId, loggers ?? NullLoggerFactory.Instance, options ?? OrchestrationExecutorOptions.Default);
    }

    /// <summary>True once the instance has ended, or continued as new, and <see cref="RunEpisode"/> has said so.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Timers the code has cancelled since this was last asked, by number. They would fire into nothing; a hub may forget them together with the episode's commit.</summary>
    public IReadOnlyList<int> TakeCancelledTimers() => _context.Calls.TakeCancelledTimers();

    /// <summary>Replays committed events. What the history already holds is not decided again. Called at most once, before the first episode.</summary>
    /// <exception cref="NonDeterminismException">The code did something else than the history says; the message names the first diverging event and what the code did instead.</exception>
    /// <exception cref="UnknownOrchestratorException">No orchestrator of that name is registered.</exception>
    /// <exception cref="InvalidHistoryException">The history holds an event of an unknown kind.</exception>
    public void Replay(IEnumerable<HistoryEvent> pastEvents) => Process(pastEvents, isReplaying: true);

    /// <summary>As <see cref="Replay"/>, and refuses a decision that the history of the same episode does not hold: the test of a recorded history against today's code.</summary>
    /// <exception cref="NonDeterminismException">The code did something else, or more, than the history says.</exception>
    public void Verify(IEnumerable<HistoryEvent> pastEvents)
    {
        _isStrict = true;
        Replay(pastEvents);
    }

    /// <summary>Runs one episode over new events (the first is OrchestratorStarted with the episode's time) and returns what this episode newly decided.</summary>
    /// <returns>The decisions in the order of their numbers, and the custom status as it stands. With a continue-as-new, the events that go along are in its action.</returns>
    /// <exception cref="NonDeterminismException">The code left its thread, see <see cref="EscapedContinuationException"/>.</exception>
    /// <exception cref="UnknownOrchestratorException">No orchestrator of that name is registered.</exception>
    /// <exception cref="InvalidHistoryException">An event is of an unknown kind.</exception>
    public OrchestratorResponse RunEpisode(IReadOnlyList<HistoryEvent> newEvents)
    {
        var response = new OrchestratorResponse { InstanceId = _instanceId };
        if (IsCompleted)
            return response;
        Process(newEvents, isReplaying: false);
        _context.Decisions.MoveTo(response.Actions);
        if (_completion is not null)
        {
            _completion.CompleteOrchestration.CarryoverEvents.AddRange(_carryover);
            response.Actions.Add(_completion);
            IsCompleted = true;
        }

        response.CustomStatus = _context.CustomStatus;
        return response;
    }

    private void Process(IEnumerable<HistoryEvent> events, bool isReplaying)
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
            throw new InvalidOperationException($"Instance '{_instanceId}' is being run already.");
        try
        {
            _fault?.Throw();
            _context.SetReplaying(isReplaying);
            _turns.Begin();
            try
            {
                foreach (var e in events)
                {
                    _position++;
                    Handle(e);
                }
            }
            catch (Exception e)
            {
                _fault = ExceptionDispatchInfo.Capture(e);
                throw;
            }
            finally
            {
                _turns.End();
            }
        }
        finally
        {
            _busy = 0;
        }
    }

    private void Handle(HistoryEvent e)
    {
        switch (e.EventTypeCase)
        {
            case Kind.OrchestratorStarted:
                _context.BeginEpisode(e.Timestamp);
                break;
            case Kind.OrchestratorCompleted:
                if (_isStrict && _context.Decisions.FirstPending() is { } surplus)
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
