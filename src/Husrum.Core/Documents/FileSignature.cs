namespace Husrum.Core.Documents;

/// <summary>What a file is by its first bytes.</summary>
internal enum FileKind
{
    Unknown,
    Pdf,
    Jpeg,
    Png,
    Heic,
    OtherImage,
    Archive,
    Office,
    Video,
    Text,
}

/// <summary>Recognises files by their first bytes; what they are called proves nothing.</summary>
internal static class FileSignature
{
    /// <summary>How far a PDF's header may be pushed by a byte-order mark and blank lines, as some programs write them.</summary>
    private const int PdfSlack = 16;

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return FileKind.Png;
        if (PdfHeader(bytes) is not null)
            return FileKind.Pdf;
        if (bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8))
            return IsHeifBrand(bytes[8..12]) ? FileKind.Heic : FileKind.Video;
        return Other(bytes);
    }

    /// <summary>Where "%PDF-" stands, when nothing but blanks and a byte-order mark is before it.</summary>
    public static int? PdfHeader(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[..Math.Min(bytes.Length, PdfSlack + 5)].IndexOf("%PDF-"u8);
        if (at < 0)
            return null;
        var before = bytes[..at];
        if (before.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            before = before[3..];
        return before.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? at : null;
    }

    private static bool IsHeifBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) || brand.StartsWith("avi"u8);

    private static FileKind Other(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8) || bytes.StartsWith("Rar!"u8) || bytes.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) || bytes.StartsWith<byte>([0x1F, 0x8B]))
            return FileKind.Archive;
        if (bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..].StartsWith("WEBP"u8)))
            return FileKind.OtherImage;
        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) || bytes.StartsWith("{\\rtf"u8))
            return FileKind.Office;
        return bytes.Length > 0 && bytes[..Math.Min(bytes.Length, 64)].IndexOfAnyInRange((byte)0, (byte)8) < 0 ? FileKind.Text : FileKind.Unknown;
    }
}
