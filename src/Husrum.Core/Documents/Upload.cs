using Husrum.Core.Language;

namespace Husrum.Core.Documents;

/// <summary>The way in for every file a person sends: checked, cleaned, or refused with a reason.</summary>
public static class Upload
{
    /// <summary>The most a file may be: 10 MB, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>The most pixels a picture may unfold to.</summary>
    public const long MostPixels = 60_000_000;

    /// <summary>Checks and cleans a file. Never throws for what is in it.</summary>
    /// <param name="fileName">The name it was sent under; only its ending is looked at, and it is not kept.</param>
    /// <param name="content">The bytes as sent.</param>
    public static Reading<PreparedDocument> Prepare(string? fileName, byte[] content)
    {
        if (content.Length == 0)
            return UploadProblems.Empty;
        if (content.Length > LargestFile)
            return UploadProblems.TooLarge(content.Length);
        var kind = FileSignature.Of(content);
        if (FileNames.Problem(fileName, kind) is { } problem)
            return problem;
        return kind switch
        {
            FileKind.Pdf => PdfCheck.Problem(content) is { } broken ? broken : PreparedDocument.Of(DocumentType.Pdf, content),
            FileKind.Jpeg => Cleaned(DocumentType.Jpeg, JpegCleaner.Clean(content)),
            FileKind.Png => Cleaned(DocumentType.Png, PngCleaner.Clean(content)),
            _ => UploadProblems.OtherKind(kind),
        };
    }

    /// <summary>The same with a scanner in front; it sees the bytes as they were sent, of files that would be taken.</summary>
    /// <param name="scanner">The house's scanner.</param>
    /// <param name="fileName">The name it was sent under.</param>
    /// <param name="content">The bytes as sent.</param>
    /// <param name="cancellation">Stops the scan.</param>
    public static async Task<Reading<PreparedDocument>> PrepareAsync(IVirusScanner scanner, string? fileName, byte[] content, CancellationToken cancellation = default)
    {
        // What is refused anyway need not be looked at.
        var prepared = Prepare(fileName, content);
        if (!prepared.IsOk)
            return prepared;
        return await scanner.ScanAsync(content, cancellation) switch
        {
            ScanOutcome.Infected => UploadProblems.Infected,
            ScanOutcome.Unavailable => UploadProblems.NotScannedNow,
            _ => prepared,
        };
    }

    private static Reading<PreparedDocument> Cleaned(DocumentType type, Reading<byte[]> cleaned) =>
        cleaned.IsOk ? PreparedDocument.Of(type, cleaned.Value) : cleaned.Problem;
}
