using System.Text.Json.Serialization;
using Husrum.Core.Formats;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds;

/// <summary>A volunteer's claim for a refund, row <c>claim</c> of <c>claim:{id}</c>: the truth about it; its orchestration only drives it.</summary>
[RegisterRecord("expense-claim", 1)]
public sealed record ExpenseClaim
{
    /// <summary>The row's key.</summary>
    public const string Row = "claim";

    /// <summary><c>u-…</c>, from the submission id.</summary>
    public required string Id { get; init; }

    /// <summary>Department's id.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The claimant's person id.</summary>
    public required string ClaimantId { get; init; }

    /// <summary>What was typed, in its present version.</summary>
    public required ClaimContent Content { get; init; }

    /// <summary>Receipts that were replaced when the claim was completed: an approver has seen them, so they are kept and deleted with the rest.</summary>
    public IReadOnlyList<string> FormerReceiptIds { get; init; } = [];

    /// <summary>Fingerprint of the first form, to tell a form sent twice from another one under the same id.</summary>
    public required string FormHash { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClaimState State { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>1 at first; one more each time it was sent back and completed.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The round its flags were worked out for; 0 = not yet.</summary>
    public int AssessedRound { get; init; }

    /// <summary>What the approver should look at.</summary>
    public IReadOnlyList<ClaimFlag> Flags { get; init; } = [];

    /// <summary>Who gave the first approval of this round, where a second is needed: person id.</summary>
    public string? FirstApproverId { get; init; }

    /// <summary>Why it was sent back, turned down or the payment taken back. In a person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Set when the claimant took it back at a moment when no question was open.</summary>
    public bool WithdrawalAsked { get; init; }

    /// <summary>1 at first; one more each time a payment was taken back.</summary>
    public int PaymentRound { get; init; } = 1;

    /// <summary>Since when the money could be sent, UTC: the treasurer's reminders count from here.</summary>
    public DateTimeOffset? PayableSince { get; init; }

    /// <summary>How many reminders the treasurer has had in this payment round.</summary>
    public int PaymentReminders { get; init; }

    /// <summary>The one payment list it is on. What a list holds follows from this, not the other way round.</summary>
    public string? ListId { get; init; }

    /// <summary>When the payment was recorded, UTC.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The last day it is kept, local date; null while it is open.</summary>
    public DateOnly? RetainUntil { get; init; }

    /// <summary>Which run of its orchestration drives it; see <see cref="InstanceId"/>.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>True when that run has ended: more needs a new generation.</summary>
    public bool DriverEnded { get; init; }

    /// <summary>How many lines its timeline has; gives the next one its place.</summary>
    public int TimelineCount { get; init; }

    /// <summary>The orchestration instance that drives it.</summary>
    [JsonIgnore]
    public string InstanceId => $"{Id}-g{Generation}";

    /// <summary>All documents it refers to, each once.</summary>
    [JsonIgnore]
    public IEnumerable<string> AllReceiptIds => FormerReceiptIds.Union(Content.ReceiptIds, StringComparer.Ordinal);

    /// <summary>The sum of its lines.</summary>
    [JsonIgnore]
    public Kroner Total => Content.Total;
}
