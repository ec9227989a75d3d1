using Husrum.Durable.Protocol;

namespace Husrum.Durable.TaskHub;

/// <summary>
/// Failures as histories hold them. An exception's message may quote a name or an address, so a program that keeps personal data
/// out of its histories keeps types and places only.
/// </summary>
internal static class FailureMessages
{
    public static FailureDetails Of(Exception e, bool keepMessages) => Scrub(HistoryEvents.Failure(e), keepMessages)!;

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
