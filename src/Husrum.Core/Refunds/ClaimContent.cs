using System.Text.Json.Serialization;
using Husrum.Core.Formats;

namespace Husrum.Core.Refunds;

/// <summary>What a claimant says, read and checked. All of it is personal data.</summary>
public sealed record ClaimContent
{
    /// <summary>Claimant's name.</summary>
    public required string Name { get; init; }

    /// <summary>Claimant's address, as <see cref="Husrum.Core.Formats.Email"/> reads it.</summary>
    public required string Email { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? Phone { get; init; }

    /// <summary><c>da</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Which activity it was for.</summary>
    public required string Purpose { get; init; }

    /// <summary>When the activity was, local date.</summary>
    public required DateOnly ActivityDate { get; init; }

    /// <summary>What was bought, at least one line.</summary>
    public required IReadOnlyList<ClaimLine> Lines { get; init; }

    /// <summary>Documents (SHA-256 hex).</summary>
    public required IReadOnlyList<string> ReceiptIds { get; init; }

    /// <summary>The signed statement, where a receipt is missing.</summary>
    public string? MissingReceiptStatement { get; init; }

    /// <summary>Four digits.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Ten digits.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>Whose account it is, if another's than the claimant's.</summary>
    public string? OtherPayee { get; init; }

    /// <summary>True where both say the same in every field.</summary>
    public bool IsSameAs(ClaimContent other) =>
        Lines.SequenceEqual(other.Lines) && ReceiptIds.SequenceEqual(other.ReceiptIds, StringComparer.Ordinal)
        && this == other with { Lines = Lines, ReceiptIds = ReceiptIds };

    /// <summary>Who is paid.</summary>
    [JsonIgnore]
    public string PayeeName => OtherPayee ?? Name;

    /// <summary>Reg.nr. and the last three digits.</summary>
    [JsonIgnore]
    public string AccountMasked => BankAccount.Read(RegistrationNumber, AccountNumber).Value.Masked;

    /// <summary>The sum of the lines.</summary>
    [JsonIgnore]
    public Kroner Total => Lines.Aggregate(new Kroner(0), (sum, line) => sum + line.Amount);
}
