using Husrum.Core.Formats;

namespace Husrum.Core.Refunds;

/// <summary>One thing that was bought.</summary>
/// <param name="Text">What, in the claimant's words.</param>
/// <param name="Amount">What it cost.</param>
public sealed record ClaimLine(string Text, Kroner Amount);
