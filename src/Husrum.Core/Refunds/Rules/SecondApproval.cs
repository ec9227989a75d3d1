using Husrum.Core.Formats;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Refunds.Rules;

/// <summary>Above the organisation's limit a second, different person approves (some associations ask two signatures, rules-and-sources.md 2.5; OWASP ASVS 5.0, 2.3.5). House rule: above 2,000 kr.; the limit itself needs one.</summary>
public static class SecondApproval
{
    /// <summary>True where two are needed.</summary>
    public static bool IsNeeded(Kroner total, Limits limits) => total.Oere > limits.SecondApprovalKr * 100L;

    /// <summary>Why this person may not be the second; null where they may.</summary>
    /// <param name="firstApproverId">Who gave the first approval.</param>
    /// <param name="personId">Who would give the second.</param>
    public static Bilingual? Problem(string? firstApproverId, string personId) => firstApproverId == personId
        ? new("Du har givet den første godkendelse. En anden skal give den næste.", "You gave the first approval. Someone else must give the second.")
        : null;
}
