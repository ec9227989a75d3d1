using Husrum.Durable.Protocol;

namespace Husrum.Durable.TaskHub;

/// <summary>
/// Failures as histories hold them. An exception's message may quote a name or an address, so a program that keeps personal data
/// out of its histories keeps types and places only.
/// </summary>
internal static class FailureMessages
{
    public static FailureDetails Of(Exception e, bool keepMessages) => Scrub(HistoryEvents.Failure(e), keepMessages)!;

    /// <summary>Takes the words out of an answer that ends a run as failed: the protocol's result of such a run is the exception's message, too.</summary>
    public static void Scrub(OrchestratorResponse response)
    {
        foreach (var failed in response.Actions.Select(action => action.CompleteOrchestration).OfType<CompleteOrchestrationAction>().Where(end => end.OrchestrationStatus == OrchestrationStatus.Failed))
        {
            failed.Result = null;
            failed.FailureDetails = Scrub(failed.FailureDetails, keepMessages: false);
        }
    }

    public static FailureDetails? Scrub(FailureDetails? failure, bool keepMessages)
    {
        if (failure is null || keepMessages)
            return failure;
        var scrubbed = failure.Clone();
        scrubbed.ErrorMessage = "The message is left out of the history.";
        scrubbed.InnerFailure = Scrub(failure.InnerFailure, keepMessages);
        return scrubbed;
    }
}
