using System.Runtime.CompilerServices;

namespace Husrum.Durable.Execution;

/// <summary>
/// The one thread an orchestrator has, as a synchronisation context: continuations line up here and are run in turn, on the thread that drives the episode.
/// While no turn runs, the current context is none, so that <c>ConfigureAwait(false)</c> does not send code to the thread pool but is caught at its next call.
/// </summary>
internal sealed class OrchestratorTurns : SynchronizationContext
{
    private const string Rule = "An orchestrator may only await the tasks its context gives it.";

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private volatile EscapedContinuationException? _escape;
    private SynchronizationContext? _outer;
    private int _thread;

    /// <summary>Takes the calling thread for the orchestrator.</summary>
    public void Begin()
    {
        _outer = Current;
        SetSynchronizationContext(null);
        _thread = Environment.CurrentManagedThreadId;
    }

    /// <summary>Gives the thread back.</summary>
    public void End()
    {
        _thread = 0;
        SetSynchronizationContext(_outer);
        _outer = null;
    }

    /// <summary>Runs <paramref name="start"/>, which is the orchestrator's first step, as a turn.</summary>
    public T First<T>(Func<T> start)
    {
        SetSynchronizationContext(this);
        try
        {
            return start();
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }

    /// <summary>Runs continuations until none is left.</summary>
    /// <exception cref="EscapedContinuationException">Some code ran outside a turn.</exception>
    public void Run()
    {
        if (_ready.Count > 0)
        {
            SetSynchronizationContext(this);
            try
            {
                while (_ready.TryDequeue(out var next))
                    next.Callback(next.State);
            }
            finally
            {
                SetSynchronizationContext(null);
            }
        }

        if (_escape is { } escape)
            throw escape;
    }

    /// <summary>Refuses a call to the orchestration context from outside a turn.</summary>
    /// <exception cref="EscapedContinuationException">Thrown into the code that called, and again by the episode, so that catching it does not hide it.</exception>
    public void Demand([CallerMemberName] string member = "")
    {
        if (ReferenceEquals(Current, this))
            return;
        throw _thread == Environment.CurrentManagedThreadId
            ? Escape($"{member} was called after ConfigureAwait(false) (or in a ContinueWith). {Rule} Leave ConfigureAwait(false) away.")
            : Escape($"{member} was called on another thread, as in Task.Run, after Task.Delay, or after I/O. {Rule} Do such work in an activity, and wait with CreateTimer.");
    }

    /// <summary>True where a cancellation comes from the orchestrator's code; otherwise it is noted as an escape.</summary>
    public bool IsOwnCancellation()
    {
        if (ReferenceEquals(Current, this))
            return true;
        Escape($"A wait was cancelled from outside the orchestrator, as by CancelAfter. {Rule} Wait with CreateTimer and cancel the token yourself.");
        return false;
    }

    /// <summary>Notes that the code waits for something that no event of its history can end.</summary>
    public EscapedContinuationException Stranded(bool hasContinuedAsNew) => Escape(hasContinuedAsNew
        ? "The orchestrator waits for an event although it has called ContinueAsNew: events go to the next run from there on. Return after ContinueAsNew."
        : $"The orchestrator waits for something that is not durable, as Task.Run, Task.Delay, I/O or a task that nobody completes. {Rule} Do such work in an activity, and wait with CreateTimer.");

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_thread == Environment.CurrentManagedThreadId)
            _ready.Enqueue((d, state));
        else
            Escape($"The orchestrator awaited something that is not durable, as Task.Run, Task.Delay or I/O. {Rule} Do such work in an activity, and wait with CreateTimer.");
    }

    /// <inheritdoc />
    public override void Send(SendOrPostCallback d, object? state)
    {
        Demand();
        d(state);
    }

    /// <inheritdoc />
    public override void OperationStarted() => Escape($"The orchestrator called an 'async void' method. {Rule} Let the method return a Task, and await it.");

    /// <inheritdoc />
    public override SynchronizationContext CreateCopy() => this;

    private EscapedContinuationException Escape(string message)
    {
        var escape = new EscapedContinuationException(message);
        return Interlocked.CompareExchange(ref _escape, escape, null) ?? escape;
    }
}
