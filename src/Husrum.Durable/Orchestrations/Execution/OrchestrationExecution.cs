using System.Runtime.ExceptionServices;
using Husrum.Durable.Execution;
using Husrum.Durable.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Durable;

/// <summary>
/// One live run of an instance: feed the committed history once, then new events as they come. It may be kept between episodes, or thrown away and rebuilt by <see cref="Replay"/>.
/// One caller at a time, on any thread. Once a method has thrown, the run is of no more use.
/// </summary>
/// <remarks>
/// The orchestrator's code runs after each event, so that nothing depends on how events are batched into episodes. It ends when its method returns, whatever
/// calls are still open (their outcomes are dropped); a run that continues as new waits for its open activities and sub-orchestrations first, since their numbers begin again.
/// </remarks>
internal sealed partial class OrchestrationExecution
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
            Volatile.Write(ref _busy, 0);
        }
    }
}
