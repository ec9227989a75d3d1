namespace Husrum.Core.Refunds.Intake;

/// <summary>Takes a claim in: checks it, records it and starts its process, in one batch.</summary>
public sealed class ClaimIntake
{
    /// <summary>Takes a new claim. The same form sent twice counts once.</summary>
    public Task<IntakeResult> SubmitAsync(ClaimForm form, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>What the page for a returned claim shows; null where the link does not work.</summary>
    public Task<CompletionView?> CompletionAsync(string token, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Takes a returned claim again, completed. <see cref="ClaimForm.SubmissionId"/> is not used here: the link is the key.</summary>
    public Task<IntakeResult> CompleteAsync(string token, ClaimForm form, CancellationToken cancellation = default) => throw new NotImplementedException();
}
