using Husrum.Core.Language;

namespace Husrum.Core.Documents;

/// <summary>
/// Whether a PDF is whole and open. It is kept as it came: what is inside a PDF cannot be taken out without reading all of it,
/// so pages show it in a sandbox and offer it as a download (ASVS 5.4).
/// </summary>
internal static class PdfCheck
{
    /// <summary>Where "%%EOF" must stand, counted from the end: programs add line ends, zeros and signatures of their own.</summary>
    private const int Tail = 2048;

    public static Bilingual? Problem(ReadOnlySpan<byte> content)
    {
        if (FileSignature.PdfHeader(content) is null || content[Math.Max(0, content.Length - Tail)..].IndexOf("%%EOF"u8) < 0)
            return UploadProblems.DamagedPdf;
        // The trailer is always in clear. Some locked files open without a password, but the approver's program may still ask for one.
        return content.IndexOf("/Encrypt"u8) >= 0 ? UploadProblems.LockedPdf : null;
    }
}
