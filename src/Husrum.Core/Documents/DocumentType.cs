namespace Husrum.Core.Documents;

/// <summary>The kinds of file that are kept.</summary>
public enum DocumentType
{
    /// <summary>PDF, kept as it came.</summary>
    Pdf,

    /// <summary>JPEG, kept without its metadata.</summary>
    Jpeg,

    /// <summary>PNG, kept without its metadata.</summary>
    Png,
}

/// <summary>What follows from a document's type.</summary>
public static class DocumentTypes
{
    /// <summary>The media type to serve it as, with <c>X-Content-Type-Options: nosniff</c>.</summary>
    public static string MediaType(this DocumentType type) => type switch
    {
        DocumentType.Pdf => "application/pdf",
        DocumentType.Jpeg => "image/jpeg",
        _ => "image/png",
    };

    /// <summary>The extension to offer it under, with the dot. The name it was sent under is never kept.</summary>
    public static string Extension(this DocumentType type) => type switch
    {
        DocumentType.Pdf => ".pdf",
        DocumentType.Jpeg => ".jpg",
        _ => ".png",
    };

    /// <summary>The type of a stored document, by its first bytes; null for bytes that are none.</summary>
    /// <param name="firstBytes">At least the first 32, or the whole.</param>
    public static DocumentType? Of(ReadOnlySpan<byte> firstBytes) => FileSignature.Of(firstBytes) switch
    {
        FileKind.Pdf => DocumentType.Pdf,
        FileKind.Jpeg => DocumentType.Jpeg,
        FileKind.Png => DocumentType.Png,
        _ => null,
    };
}
