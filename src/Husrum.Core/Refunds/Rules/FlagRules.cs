using Husrum.Core.Calendar;

namespace Husrum.Core.Refunds.Rules;

/// <summary>What an approver should look at ([infer] in rules-and-sources.md 1.8 and 2.5: duplicate receipts by hash, amount and date; a second look where the account is new, because mailboxes get taken over).</summary>
public static class FlagRules
{
    /// <summary>The flags of a claim, in the order an approver should read them.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="sameReceipt">Claims with one of its receipts.</param>
    /// <param name="sameAmount">Claims with its amount, date and payee.</param>
    /// <param name="lastAccount">The account the claimant was last paid on, or null.</param>
    public static IReadOnlyList<ClaimFlag> For(ExpenseClaim claim, IEnumerable<ExpenseClaim> sameReceipt, IEnumerable<ExpenseClaim> sameAmount, PayoutAccount? lastAccount) =>
    [
        .. Earlier(claim, sameReceipt).Select(other => new ClaimFlag(ClaimFlagKind.SameReceipt, other)),
        .. Earlier(claim, sameAmount).Select(other => new ClaimFlag(ClaimFlagKind.SameAmount, other)),
        .. AccountChanged(claim, lastAccount),
        .. ReceiptMissing(claim),
        .. OtherPayee(claim),
    ];

    private static IEnumerable<ClaimFlag> AccountChanged(ExpenseClaim claim, PayoutAccount? last) =>
        last is not null && claim.Content.OtherPayee is null && !last.IsOf(claim.Content) ? [new(ClaimFlagKind.AccountChanged)] : [];

    private static IEnumerable<ClaimFlag> ReceiptMissing(ExpenseClaim claim) =>
        claim.Content.MissingReceiptStatement is not null || claim.Content.ReceiptIds.Count == 0 ? [new(ClaimFlagKind.ReceiptMissing)] : [];

    private static IEnumerable<ClaimFlag> OtherPayee(ExpenseClaim claim) =>
        claim.Content.OtherPayee is not null ? [new(ClaimFlagKind.OtherPayee)] : [];

    // of two claims sent at once the one with the later id is the later one, so that one of them is flagged
    private static IEnumerable<EarlierClaim> Earlier(ExpenseClaim claim, IEnumerable<ExpenseClaim> others) => others
        .Where(o => o.Id != claim.Id && (o.Created < claim.Created || (o.Created == claim.Created && string.CompareOrdinal(o.Id, claim.Id) < 0)))
        .DistinctBy(o => o.Id)
        .OrderBy(o => o.Created)
        .Select(o => new EarlierClaim(o.Id, WallTime.LocalDate(o.Created)));
}
