using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Intake;

/// <summary>Says that an unsent form wants a document, row <c>file:{sha256}</c> of <c>draft:{id}</c>.</summary>
/// <param name="Sha256">The document.</param>
/// <param name="Expires">From this local date on it is wanted no longer.</param>
[RegisterRecord("draft-file", 1)]
public sealed record DraftNote(string Sha256, DateOnly Expires)
{
    /// <summary>What all rows begin with.</summary>
    public const string Prefix = "file:";

    /// <summary>The row's key.</summary>
    public static string RowOf(string sha256) => Prefix + sha256;
}
