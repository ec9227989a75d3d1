using System.Text.Json;

namespace Husrum.Durable.Execution;

/// <summary>A wait for an external event, without its type.</summary>
internal interface IEventWait
{
    /// <summary>False once it has its event or was cancelled.</summary>
    bool IsAlive { get; }

    void Take(string? payload);
}

/// <summary>A wait for an external event; its task is what the orchestrator awaits.</summary>
internal sealed class EventWait<T>(EventInbox inbox, string name) : TaskCompletionSource<T>, IEventWait
{
    private CancellationTokenRegistration _registration;

    public bool IsAlive => !Task.IsCompleted;

    public void ListenTo(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
            _registration = cancellation.UnsafeRegister(static (wait, token) => ((EventWait<T>)wait!).Cancel(token), this);
    }

    public void Take(string? payload)
    {
        _registration.Unregister();
        T? value;
        try
        {
            value = DataConverter.Deserialize<T>(payload);
        }
        catch (Exception e)
        {
            // the payload itself stays out of the message: it may be personal
            SetException(new JsonException($"The event '{name}' came with a payload that cannot be read as {typeof(T).Name}.", e));
            _ = Task.Exception;
            return;
        }

        SetResult(value!);
    }

    private void Cancel(CancellationToken token)
    {
        if (IsAlive && inbox.Withdraw())
            TrySetCanceled(token);
    }
}
