using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>How a run ends.</summary>
internal static class Completion
{
    /// <summary>The end of code that has returned or thrown.</summary>
    public static CompleteOrchestrationAction Of(Task<object?> code)
    {
        try
        {
            return new() { OrchestrationStatus = OrchestrationStatus.Completed, Result = DataConverter.Serialize(code.GetAwaiter().GetResult()) };
        }
        catch (Exception e)
        {
            return new() { OrchestrationStatus = OrchestrationStatus.Failed, Result = e.Message, FailureDetails = Failures.Of(e) };
        }
    }

    public static CompleteOrchestrationAction AsNew(Continuation continuation) =>
        new() { OrchestrationStatus = OrchestrationStatus.ContinuedAsNew, Result = continuation.Input };

    public static CompleteOrchestrationAction Terminated(string? output) =>
        new() { OrchestrationStatus = OrchestrationStatus.Terminated, Result = output };
}
