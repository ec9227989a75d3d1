using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>Failures between exceptions, the protocol and the public record.</summary>
internal static class Failures
{
    public static FailureDetails Of(Exception e) => new()
    {
        ErrorType = e.GetType().FullName ?? e.GetType().Name,
        ErrorMessage = e.Message,
        StackTrace = e.StackTrace,
        // a failed task's cause is what the history says of it, not how it came to be an exception here
        InnerFailure = e is TaskFailedException failed ? ToProtocol(failed.FailureDetails) : e.InnerException is { } inner ? Of(inner) : null,
    };

    public static TaskFailureDetails ToPublic(FailureDetails? details) => details is null
        ? new TaskFailureDetails("(unknown)", "(unknown)")
        : new TaskFailureDetails(
            details.ErrorType,
            details.ErrorMessage,
            details.StackTrace,
            details.InnerFailure is null ? null : ToPublic(details.InnerFailure),
            details.IsNonRetriable);

    private static FailureDetails ToProtocol(TaskFailureDetails details) => new()
    {
        ErrorType = details.ErrorType,
        ErrorMessage = details.ErrorMessage,
        StackTrace = details.StackTrace,
        InnerFailure = details.InnerFailure is null ? null : ToProtocol(details.InnerFailure),
        IsNonRetriable = details.IsNonRetriable,
    };
}
