namespace Husrum.Durable;

/// <summary>An activity as the hub sees it, without its types.</summary>
public interface ITaskActivity
{
    /// <summary>The type the input is read as.</summary>
    Type InputType { get; }

    /// <summary>Runs the activity once.</summary>
    Task<object?> RunAsync(TaskActivityContext context, object? input);
}

/// <summary>A unit of work with effects. It runs <b>at least</b> once, so each effect carries a key of its own.</summary>
/// <typeparam name="TInput">Input, serialised as JSON. Ids only.</typeparam>
/// <typeparam name="TOutput">Result, serialised as JSON. Ids only; expected failures are values, exceptions are what a retry may mend.</typeparam>
public abstract class TaskActivity<TInput, TOutput> : ITaskActivity
{
    Type ITaskActivity.InputType => typeof(TInput);

    async Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input) => await RunAsync(context, (TInput)input!);

    /// <summary>Does the work.</summary>
    public abstract Task<TOutput> RunAsync(TaskActivityContext context, TInput input);
}

/// <summary>What an activity knows of its call.</summary>
/// <param name="Name">The registered name it was called by.</param>
/// <param name="InstanceId">The orchestration instance that called it.</param>
/// <param name="TaskId">The id of the scheduling event in that instance's history.</param>
/// <param name="Cancellation">Cancelled when the hub stops; the activity will run again after the next start.</param>
public sealed record TaskActivityContext(TaskName Name, string InstanceId, int TaskId, CancellationToken Cancellation);
