namespace Husrum.Core.Documents;

/// <summary>
/// Whether the segments that make up the picture are exactly what they claim to be, to the last byte.
/// Without this, text could hide in a segment that has to be kept.
/// </summary>
internal static class JpegTables
{
    public static bool AreQuantizationTables(ReadOnlySpan<byte> payload)
    {
        while (payload.Length > 0)
        {
            var (precision, number) = (payload[0] >> 4, payload[0] & 15);
            var length = 1 + 64 * (precision + 1);
            if (precision > 1 || number > 3 || payload.Length < length)
                return false;
            payload = payload[length..];
        }

        return true;
    }

    public static bool AreHuffmanTables(ReadOnlySpan<byte> payload)
    {
        while (payload.Length > 0)
        {
            if (payload[0] >> 4 > 1 || (payload[0] & 15) > 3 || payload.Length < 17)
                return false;
            var codes = 0;
            foreach (var count in payload[1..17])
                codes += count;
            if (codes > 256 || payload.Length < 17 + codes)
                return false;
            payload = payload[(17 + codes)..];
        }

        return true;
    }

    public static bool IsFrame(ReadOnlySpan<byte> payload) =>
        payload.Length >= 6 && payload[0] is 8 or 12 && payload[5] is >= 1 and <= 4 && payload.Length == 6 + 3 * payload[5];

    public static bool IsScan(ReadOnlySpan<byte> payload) =>
        payload.Length >= 1 && payload[0] is >= 1 and <= 4 && payload.Length == 4 + 2 * payload[0];

    /// <summary>Height and width; a height of 0 ("told after the first scan") is not used by anything that takes photos and counts as nothing.</summary>
    public static (int Height, int Width) Size(ReadOnlySpan<byte> frame) => (frame[1] << 8 | frame[2], frame[3] << 8 | frame[4]);
}
