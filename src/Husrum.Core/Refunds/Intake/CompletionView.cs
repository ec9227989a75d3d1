namespace Husrum.Core.Refunds.Intake;

/// <summary>What the page for a returned claim shows.</summary>
/// <param name="Form">The claim as a form to mend, with the account left out (it is typed again).</param>
/// <param name="ReturnReason">What the approver asked for.</param>
/// <param name="Deadline">Last day to send it, local date.</param>
/// <param name="Open">False when it was completed or closed already: then the status page is the place to look.</param>
public sealed record CompletionView(ClaimForm Form, string ReturnReason, DateOnly Deadline, bool Open);
