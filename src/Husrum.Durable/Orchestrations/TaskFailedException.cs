namespace Husrum.Durable;

/// <summary>An activity or sub-orchestration ended in failure.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Wraps the details the history holds.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails.ErrorMessage}")
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The name it was called by.</summary>
    public string TaskName { get; }

    /// <summary>The scheduling event's id.</summary>
    public int TaskId { get; }

    /// <summary>What is known of the failure.</summary>
    public TaskFailureDetails FailureDetails { get; }
}

/// <summary>A failure as it stands in a history.</summary>
/// <param name="ErrorType">Full name of the exception type, or a word of the engine's.</param>
/// <param name="ErrorMessage">The message; never personal data.</param>
/// <param name="StackTrace">Where, if known.</param>
/// <param name="InnerFailure">What caused it, if known.</param>
/// <param name="IsNonRetriable">True where a retry cannot help.</param>
public sealed record TaskFailureDetails(string ErrorType, string ErrorMessage, string? StackTrace = null, TaskFailureDetails? InnerFailure = null, bool IsNonRetriable = false);
