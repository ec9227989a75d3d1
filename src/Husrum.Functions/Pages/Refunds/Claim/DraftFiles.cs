namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>The receipts a form has with it so far. Travels in the form itself, sealed; the register only remembers, for some days, that the documents are wanted.</summary>
/// <param name="DraftId">Names the register's note of them; null until the first is uploaded.</param>
/// <param name="Files">In the order sent.</param>
internal sealed record DraftFiles(string? DraftId, IReadOnlyList<DraftFile> Files)
{
    public static readonly DraftFiles Empty = new(null, []);
}

/// <summary>A receipt that came with a form.</summary>
/// <param name="Sha256">The stored document.</param>
/// <param name="Name">What its sender calls it; shown to its sender only, and kept nowhere but in their own form.</param>
/// <param name="Bytes">Size as stored.</param>
internal sealed record DraftFile(string Sha256, string Name, long Bytes);
