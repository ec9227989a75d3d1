using Husrum.Core.Language;

namespace Husrum.Core.Refunds.Views;

/// <summary>An open claim on a staff member's list.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="WaitsFor">What it waits for, with whom.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="DecidePath">Where this person decides it (<c>/afgoer?t=…</c>); null when it is not theirs to decide now.</param>
public sealed record WorklistItem(ClaimView Claim, Bilingual WaitsFor, DateTimeOffset Since, string? DecidePath);
