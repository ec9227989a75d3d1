namespace Husrum.Durable.Execution;

/// <summary>An activity or sub-orchestration on its way; its task is what the orchestrator awaits.</summary>
internal sealed class OpenCall<T>(CallKind kind, int id, string name) : TaskCompletionSource<T>, IOpenCall
{
    public CallKind Kind => kind;

    public string Name => name;

    public void Complete(string? result)
    {
        T? value;
        try
        {
            value = DataConverter.Deserialize<T>(result);
        }
        catch (Exception e)
        {
            Fault(e);
            return;
        }

        SetResult(value!);
    }

    public void Fail(TaskFailureDetails details) => Fault(new TaskFailedException(name, id, details));

    private void Fault(Exception e)
    {
        SetException(e);
        // a call that nobody awaits any more is not an accident to report
        _ = Task.Exception;
    }
}
