using Husrum.Core.Forms;

namespace Husrum.Core.Refunds.Intake;

/// <summary>What came of a form.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>It is recorded and its process has begun (or goes on).</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="StatusPath">The claimant's status page, with its token: <c>/status?t=…</c>. Never log it.</param>
    /// <param name="Repeat">The same form had been sent before; nothing new was written.</param>
    public sealed record Accepted(string ClaimId, string StatusPath, bool Repeat) : IntakeResult;

    /// <summary>Something must be mended first; nothing was written.</summary>
    /// <param name="Problems">In the order of the form's fields.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : IntakeResult;

    /// <summary>The submission id was used before for other content; nothing was written. The API answers 422; the form offers a fresh form. Of a claim to be completed: it was completed before, with other content.</summary>
    /// <param name="ClaimId">The claim that was sent under this id.</param>
    public sealed record Different(string ClaimId) : IntakeResult;

    /// <summary>The link to complete a claim does not work (wrong, used, expired, or the claim is not waiting for more): the neutral page.</summary>
    public sealed record Gone : IntakeResult;
}
