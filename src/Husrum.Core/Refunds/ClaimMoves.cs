using static Husrum.Core.Refunds.ClaimState;

namespace Husrum.Core.Refunds;

/// <summary>Which step may follow which. Steps come only in this order (OWASP ASVS 2.3.1).</summary>
public static class ClaimMoves
{
    /// <summary>True where a claim may go from one state to the other.</summary>
    public static bool Allows(ClaimState from, ClaimState to) => (from, to) switch
    {
        (Received, AwaitingApproval or Withdrawn) => true,
        (AwaitingApproval, AwaitingSecondApproval or Approved or Returned or Rejected or Withdrawn) => true,
        (AwaitingSecondApproval, Approved or Returned or Rejected or Withdrawn) => true,
        (Returned, Received or Withdrawn or Lapsed) => true,
        (Approved, OnPaymentList) => true,
        (OnPaymentList, Paid or Approved) => true,
        (Paid, Approved) => true,
        _ => false,
    };

    /// <summary>True where nothing more is to be done (a payment may still be taken back).</summary>
    public static bool IsClosed(ClaimState state) => state is Paid or Rejected or Withdrawn or Lapsed;

    /// <summary>True until the claim is approved: the claimant may take it back.</summary>
    public static bool CanWithdraw(ClaimState state) => state is Received or AwaitingApproval or AwaitingSecondApproval or Returned;
}
