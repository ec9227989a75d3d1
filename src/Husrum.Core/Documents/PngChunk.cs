namespace Husrum.Core.Documents;

/// <summary>The chunks of PNG (W3C PNG, third edition) that are kept, and what each must look like.</summary>
internal static class PngChunk
{
    public const string Header = "IHDR";
    public const string Palette = "PLTE";
    public const string Data = "IDAT";
    public const string End = "IEND";

    /// <summary>A chunk whose name begins with a capital is one a reader must understand.</summary>
    public static bool IsCritical(string name) => char.IsAsciiLetterUpper(name[0]);

    /// <summary>
    /// Whether a chunk is kept. Left out are texts, times, EXIF, animation, everything private or unknown, and colour profiles too:
    /// their names tell whose screen it was, and a receipt is readable without.
    /// </summary>
    public static bool IsKept(string name, ReadOnlySpan<byte> payload) => name switch
    {
        Palette => payload.Length is > 0 and <= 768 && payload.Length % 3 == 0,
        Data => true,
        "tRNS" => payload.Length is > 0 and <= 256,
        "bKGD" => payload.Length is 1 or 2 or 6,
        "sBIT" => payload.Length is >= 1 and <= 4,
        "gAMA" => payload.Length == 4,
        "cHRM" => payload.Length == 32,
        "sRGB" => payload.Length == 1,
        "pHYs" => payload.Length == 9,
        _ => false,
    };

    /// <summary>Whether depth and colour type go together, and the methods are the only ones there are.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> payload)
    {
        if (payload.Length != 13 || payload[10] != 0 || payload[11] != 0 || payload[12] > 1)
            return false;
        return (Colour: payload[9], Depth: payload[8]) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => true,
            (3, 1 or 2 or 4 or 8) => true,
            (2 or 4 or 6, 8 or 16) => true,
            _ => false,
        };
    }
}
