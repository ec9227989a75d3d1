using Husrum.Durable.Protocol;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable.TaskHub;

/// <summary>Runs activities on the thread pool, so many at once, first come first served. Called by the loop's thread only.</summary>
internal sealed class ActivityDispatcher(
    DurableTaskRegistry registry,
    IServiceProvider services,
    int mostAtOnce,
    bool startsByItself,
    bool keepFailureMessages,
    Action<ActivityCall, ActivityOutcome> ended,
    HubTelemetry telemetry,
    ILogger logger) : IDisposable
{
    private readonly Queue<ActivityCall> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private int _running;

    /// <summary>Waiting and running ones.</summary>
    public int Count => _waiting.Count + _running;

    public int Running => _running;

    public bool IsStopping => _stop.IsCancellationRequested;

    public void Enqueue(ActivityCall call)
    {
        _waiting.Enqueue(call);
        if (startsByItself)
            StartWaiting();
    }

    /// <summary>The loop has taken up the outcome of a call.</summary>
    public void Ended()
    {
        _running--;
        if (startsByItself)
            StartWaiting();
    }

    /// <summary>Starts those there is room for.</summary>
    public void StartWaiting()
    {
        while (_running < mostAtOnce && !_stop.IsCancellationRequested && _waiting.TryDequeue(out var call))
        {
            _running++;
            ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Dispatcher.RunAsync(state.Call), new Work(this, call), preferLocal: false);
        }
    }

    /// <summary>Starts no more; running ones are asked to stop.</summary>
    public void Stop()
    {
        _waiting.Clear();
        _stop.Cancel();
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(ActivityCall call)
    {
        ActivityOutcome outcome;
        var begun = telemetry.Begin();
        var span = HubTelemetry.Call(call);
        try
        {
            var activity = registry.CreateActivity(call.Name, services);
            outcome = activity is null
                ? new(Parked: $"No activity named '{call.Name}' is registered in this program.")
                : new(Result: await RunAsync(activity, call));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            outcome = new(IsInterrupted: true);
        }
        catch (Exception e)
        {
            if (logger.IsEnabled(LogLevel.Warning))
                logger.LogWarning("Activity {Activity} #{Task} of {Instance} failed: {Error} at {Where}", call.Name, call.TaskId, call.InstanceId, e.GetType().FullName, FirstFrame(e));
            outcome = new(Failure: FailureMessages.Of(e, keepFailureMessages));
        }

        telemetry.ActivityEnded(call, outcome, begun, span);
        ended(call, outcome);
    }

    private async Task<string?> RunAsync(ITaskActivity activity, ActivityCall call)
    {
        var input = DataConverter.DeserializeActivityInput(call.Input, activity.InputType);
        var result = await activity.RunAsync(new TaskActivityContext(call.Name, call.InstanceId, call.TaskId, _stop.Token), input);
        return DataConverter.Serialize(result);
    }

    private static string FirstFrame(Exception e) => e.StackTrace?.Split('\n')[0].Trim() ?? "(unknown)";

    private sealed record Work(ActivityDispatcher Dispatcher, ActivityCall Call);
}

/// <summary>What came of a call: a result (also null), a failure, a reason to park, or an interruption by the hub's stop.</summary>
internal sealed record ActivityOutcome(string? Result = null, FailureDetails? Failure = null, string? Parked = null, bool IsInterrupted = false);
