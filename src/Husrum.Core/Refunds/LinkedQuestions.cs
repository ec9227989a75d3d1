using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds;

/// <summary>From a link to the question it was sent for.</summary>
/// <param name="register">Claims and questions.</param>
/// <param name="links">Links.</param>
internal sealed class LinkedQuestions(IRegister register, PersonalLinks links)
{
    /// <summary>Null alike for every link that does not work.</summary>
    public async Task<LinkedQuestion?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellation)
    {
        if (await links.ResolveAsync(token, purpose, cancellation) is not { } link)
            return null;
        var claim = await register.GetAsync<ExpenseClaim>(link.Partition, ExpenseClaim.Row, cancellation);
        var decision = await register.GetAsync<DecisionRecord>(link.Partition, "decision:" + link.Value.Action, cancellation);
        return claim is null || decision is null ? null : new LinkedQuestion(link, claim, decision);
    }
}

/// <summary>A link with the question and the claim it is about.</summary>
internal sealed record LinkedQuestion(Stored<LinkRecord> Link, Stored<ExpenseClaim> Claim, Stored<DecisionRecord> Decision)
{
    /// <summary>The question's reference.</summary>
    public DecisionRef Reference => RefundLinks.Decision(Claim.Value.Id, Decision.Value.Question, Decision.Value.Round);
}
