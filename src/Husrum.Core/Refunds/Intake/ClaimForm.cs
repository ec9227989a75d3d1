namespace Husrum.Core.Refunds.Intake;

/// <summary>A claim as it was typed: text, nothing parsed, so that nothing typed is lost when something is wrong.</summary>
public sealed record ClaimForm
{
    /// <summary>Made with the empty form (or from an API key's name and its Idempotency-Key); the claim's id derives from it, so that the same form counts once. At least 128 random bits, or it can be guessed.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Department's id.</summary>
    public string Department { get; init; } = "";

    /// <summary>Claimant's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Claimant's e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Claimant's phone number; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Which activity it was for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>ISO date (<c>2026-08-31</c>) or Danish (<c>31.8.2026</c>, <c>31/8-2026</c>).</summary>
    public string ActivityDate { get; init; } = "";

    /// <summary>Registreringsnummer of the account to pay to.</summary>
    public string RegistrationNumber { get; init; } = "";

    /// <summary>Kontonummer of the account to pay to.</summary>
    public string AccountNumber { get; init; } = "";

    /// <summary>Who owns the account, if another than the claimant.</summary>
    public string PayeeName { get; init; } = "";

    /// <summary><c>da</c> or <c>en</c>; anything else is read as Danish.</summary>
    public string Language { get; init; } = "da";

    /// <summary>"Kvittering mangler" is ticked.</summary>
    public bool MissingReceipt { get; init; }

    /// <summary>The signed statement: what was bought, where, and why there is no receipt. One without the tick counts as ticked.</summary>
    public string MissingReceiptStatement { get; init; } = "";

    /// <summary>What was bought, 1 to 20 lines; lines with neither text nor amount are skipped.</summary>
    public IReadOnlyList<ClaimFormLine> Lines { get; init; } = [];

    /// <summary>Stored documents (SHA-256 in lower-case hex) that are the receipts.</summary>
    public IReadOnlyList<string> ReceiptIds { get; init; } = [];
}

/// <summary>A line as typed.</summary>
/// <param name="Text">What was bought.</param>
/// <param name="Amount">Kroner: <c>123</c>, <c>123,45</c>, <c>123.45</c> or <c>1.234,50</c>.</param>
public sealed record ClaimFormLine(string Text, string Amount);
