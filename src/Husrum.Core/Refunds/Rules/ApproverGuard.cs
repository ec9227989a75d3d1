using Husrum.Core.Language;
using Husrum.Core.People;

namespace Husrum.Core.Refunds.Rules;

/// <summary>
/// Nobody approves their own claim or one that pays themselves ([infer] in rules-and-sources.md 1.8: approver is neither claimant nor payee;
/// OWASP ASVS 5.0, 2.3.5: high-value flows need two people).
/// </summary>
public static class ApproverGuard
{
    /// <summary>Why this person may not decide this claim; null where they may.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="approver">Who would decide.</param>
    /// <param name="account">The account that person was last paid on, if known.</param>
    public static Bilingual? Problem(ExpenseClaim claim, Reachable approver, PayoutAccount? account)
    {
        if (approver.Person.Id == claim.ClaimantId || SameAddress(approver.Email, claim.Content.Email))
            return new("Det er dit eget udlæg. En anden skal godkende det.", "This is your own claim. Someone else must approve it.");
        if (SameName.Is(approver.Person.Name, claim.Content.PayeeName) || (account?.IsOf(claim.Content) ?? false))
            return new("Udlægget skal udbetales til dig. En anden skal godkende det.", "This claim is to be paid to you. Someone else must approve it.");
        return null;
    }

    private static bool SameAddress(string? one, string other) => one is not null && string.Equals(Mailbox(one), Mailbox(other), StringComparison.OrdinalIgnoreCase);

    // karen+kvittering@… comes to the same person as karen@…
    private static string Mailbox(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return (plus > 0 && plus < at ? address.Remove(plus, at - plus) : address).Trim();
    }
}
