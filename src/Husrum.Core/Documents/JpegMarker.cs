namespace Husrum.Core.Documents;

/// <summary>The markers of JPEG (ITU-T T.81, table B.1) that the cleaner tells apart: the byte after 0xFF.</summary>
internal static class JpegMarker
{
    public const byte BaselineFrame = 0xC0;
    public const byte ProgressiveFrame = 0xC2;
    public const byte HuffmanTables = 0xC4;
    public const byte FirstRestart = 0xD0;
    public const byte LastRestart = 0xD7;
    public const byte Start = 0xD8;
    public const byte End = 0xD9;
    public const byte Scan = 0xDA;
    public const byte QuantizationTables = 0xDB;
    public const byte RestartInterval = 0xDD;
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    public const byte App14 = 0xEE;
    public const byte App15 = 0xEF;
    public const byte Comment = 0xFE;

    /// <summary>Frames that browsers show: baseline, extended, progressive; all Huffman-coded.</summary>
    public static bool IsUsualFrame(byte marker) => marker is >= BaselineFrame and <= ProgressiveFrame;

    /// <summary>Every other frame, and what comes with arithmetic coding and hierarchical files.</summary>
    public static bool IsUnusual(byte marker) => marker is 0xC3 or (>= 0xC5 and <= 0xCF) or (>= 0xDC and <= 0xDF and not RestartInterval);

    public static bool IsApplicationData(byte marker) => marker is >= App0 and <= App15;
}
