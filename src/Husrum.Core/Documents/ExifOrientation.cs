using System.Buffers.Binary;

namespace Husrum.Core.Documents;

/// <summary>
/// The one thing of a photo's EXIF data that is kept: which way is up (tag 0x0112, 1 to 8).
/// Phones turn the picture by this tag alone; without it a receipt would lie on its side.
/// </summary>
internal static class ExifOrientation
{
    private const int Upright = 1;
    private const int OrientationTag = 0x0112;
    private const int ShortType = 3;

    /// <summary>The orientation in an APP1 payload, or null when it has none that can be read.</summary>
    public static int? Read(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith("Exif\0"u8) || payload.Length < 14)
            return null;
        var tiff = payload[6..];
        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
            return null;
        var directory = UInt32(tiff, 4, little);
        if (directory > tiff.Length - 2)
            return null;
        var entries = UInt16(tiff, (int)directory, little);
        for (var at = directory + 2; entries > 0 && at <= tiff.Length - 12; entries--, at += 12)
        {
            if (UInt16(tiff, (int)at, little) == OrientationTag)
                return Value(tiff.Slice((int)at, 12), little);
        }

        return null;
    }

    /// <summary>A whole APP1 segment, marker included, that says nothing but this; empty for an upright picture.</summary>
    public static byte[] Segment(int? orientation) => orientation is null or Upright ? [] :
    [
        0xFF, JpegMarker.App1, 0, 34,
        .. "Exif\0\0"u8,
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, ShortType, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static int? Value(ReadOnlySpan<byte> entry, bool little)
    {
        if (UInt16(entry, 2, little) != ShortType || UInt32(entry, 4, little) != 1)
            return null;
        var value = UInt16(entry, 8, little);
        return value is >= Upright and <= 8 ? value : null;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
