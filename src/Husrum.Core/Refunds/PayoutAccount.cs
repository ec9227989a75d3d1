using Husrum.Core.Register;

namespace Husrum.Core.Refunds;

/// <summary>The account a person was last paid on, row <c>account</c> of their partition. Set by a payment, never by a form: whoever reads someone's mail could send a form.</summary>
/// <param name="RegistrationNumber">Four digits.</param>
/// <param name="AccountNumber">Ten digits.</param>
/// <param name="PaidAt">When that was, UTC.</param>
[RegisterRecord("payout-account", 1)]
public sealed record PayoutAccount(string RegistrationNumber, string AccountNumber, DateTimeOffset PaidAt)
{
    /// <summary>The row's key.</summary>
    public const string Row = "account";

    /// <summary>True where the claim is to be paid on this account.</summary>
    public bool IsOf(ClaimContent content) => RegistrationNumber == content.RegistrationNumber && AccountNumber == content.AccountNumber;
}
