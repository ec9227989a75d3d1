namespace Husrum.Durable.TaskHub;

/// <summary>Something for the loop to do inside its next transaction.</summary>
internal abstract class HubWork
{
    /// <summary>Does it. Runs again if the transaction had to be given up.</summary>
    public abstract void Run(HubStep step);

    /// <summary>The transaction is on disk.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>It will not be done.</summary>
    public virtual void Failed(Exception e)
    {
    }

    /// <summary>True for what somebody waits for, who is told of a failed commit instead of a second try.</summary>
    public virtual bool IsAnsweredOnFailure => false;
}

/// <summary>A write that a caller waits for.</summary>
internal sealed class CallerWork<T>(Func<HubStep, T> run, CancellationToken cancellation) : HubWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private bool _hasFailed;

    public Task<T> Task => _done.Task;

    public override bool IsAnsweredOnFailure => true;

    public override void Run(HubStep step)
    {
        if (cancellation.IsCancellationRequested)
        {
            _hasFailed = true;
            _done.TrySetCanceled(cancellation);
            return;
        }

        try
        {
            _result = step.Attempt(run);
        }
        catch (Exception e) when (step.Database.IsInTransaction)
        {
            _hasFailed = true;
            _done.TrySetException(e);
        }
    }

    public override void Committed()
    {
        if (!_hasFailed)
            _done.TrySetResult(_result!);
    }

    public override void Failed(Exception e) => _done.TrySetException(e);
}

/// <summary>An activity has ended.</summary>
internal sealed class ActivityEnded(ActivityCall call, ActivityOutcome outcome, Action settled) : HubWork
{
    private bool _isSettled;

    public override void Run(HubStep step)
    {
        if (!outcome.IsInterrupted)
            step.Complete(call, outcome);
    }

    public override void Committed() => Settle();

    public override void Failed(Exception e) => Settle();

    private void Settle()
    {
        if (!_isSettled)
            settled();
        _isSettled = true;
    }
}
