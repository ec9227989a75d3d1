namespace Husrum.Core.Refunds;

/// <summary>Something the approver should look at. A flag never stops a claim.</summary>
/// <param name="Kind">What.</param>
/// <param name="Other">The earlier claim it is about, where it is about one.</param>
public sealed record ClaimFlag(ClaimFlagKind Kind, EarlierClaim? Other = null);

/// <summary>An earlier claim, as a flag needs it.</summary>
/// <param name="Id">Claim id.</param>
/// <param name="SentOn">Local date.</param>
public sealed record EarlierClaim(string Id, DateOnly SentOn);

/// <summary>Kinds of flags.</summary>
public enum ClaimFlagKind
{
    /// <summary>A receipt was used on an earlier claim.</summary>
    SameReceipt,

    /// <summary>An earlier claim has the same amount, date and payee.</summary>
    SameAmount,

    /// <summary>The account is not the one this person was last paid on.</summary>
    AccountChanged,

    /// <summary>There is a statement in the place of a receipt.</summary>
    ReceiptMissing,

    /// <summary>Another than the claimant is paid.</summary>
    OtherPayee,

    /// <summary>The account was changed after the approval, because a payment was taken back.</summary>
    AccountCorrected,
}
