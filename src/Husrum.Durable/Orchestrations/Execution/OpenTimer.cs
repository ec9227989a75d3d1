namespace Husrum.Durable.Execution;

/// <summary>A timer on its way. A cancelled one stays in the history; when it fires, nobody listens.</summary>
internal sealed class OpenTimer(OpenCalls calls, OrchestratorTurns turns, int id) : TaskCompletionSource, IOpenCall
{
    private CancellationTokenRegistration _registration;

    public CallKind Kind => CallKind.Timer;

    public string Name => "";

    public void ListenTo(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
            _registration = cancellation.UnsafeRegister(static (timer, token) => ((OpenTimer)timer!).Cancel(token), this);
    }

    public void Complete(string? result)
    {
        _registration.Unregister();
        SetResult();
    }

    public void Fail(TaskFailureDetails details) => throw new NotSupportedException("A timer does not fail.");

    private void Cancel(CancellationToken token)
    {
        if (turns.IsOwnCancellation() && calls.Cancel(id))
            TrySetCanceled(token);
    }
}
