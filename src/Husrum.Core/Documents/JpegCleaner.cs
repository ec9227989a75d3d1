using Husrum.Core.Language;

namespace Husrum.Core.Documents;

/// <summary>
/// Copies a JPEG without its metadata. The picture itself is copied bit by bit, never decoded: nothing is lost in quality.
/// Segments come before, between and after the scans of a progressive picture; after its end nothing is taken over
/// (phones put films, depth maps and second photos there, each with its own place and time).
/// </summary>
internal static class JpegCleaner
{
    public static Reading<byte[]> Clean(byte[] content)
    {
        var header = new JpegHeaderData();
        // The start marker is known from the signature.
        var bytes = new Bytes(content.AsSpan(2));
        var picture = new MemoryStream(content.Length);
        var (frame, scan) = (false, false);
        while (TryMarker(ref bytes, out var marker))
        {
            if (marker == JpegMarker.End)
                return scan ? Whole(header, picture) : UploadProblems.Damaged;
            if (JpegMarker.IsUnusual(marker))
                return UploadProblems.UnusualImage;
            if (!bytes.TryUInt16(out var length) || !bytes.TryTake(length - 2, out var payload))
                return UploadProblems.Damaged;
            if (JpegMarker.IsApplicationData(marker))
            {
                header.Read(marker, payload);
                continue;
            }

            if (marker == JpegMarker.Comment)
                continue;
            if (JpegMarker.IsUsualFrame(marker))
            {
                if (frame || !JpegTables.IsFrame(payload))
                    return UploadProblems.Damaged;
                frame = true;
                var (height, width) = JpegTables.Size(payload);
                if (height == 0 || width == 0)
                    return UploadProblems.UnusualImage;
                if ((long)height * width > Upload.MostPixels)
                    return UploadProblems.TooManyPixels;
            }
            else if (!IsPartOfPicture(marker, payload, frame))
            {
                return UploadProblems.Damaged;
            }

            picture.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
            picture.Write(payload);
            if (marker != JpegMarker.Scan)
                continue;
            scan = true;
            picture.Write(TakeScan(ref bytes));
        }

        return UploadProblems.Damaged;
    }

    private static Reading<byte[]> Whole(JpegHeaderData header, MemoryStream picture)
    {
        var bytes = picture.ToArray();
        // In a damaged file the coded data may run on into what was a segment of its own. Chance writes these words once in many million photos.
        if (bytes.AsSpan().IndexOf("Exif\0\0"u8) >= 0 || bytes.AsSpan().IndexOf("http://ns.adobe.com/"u8) >= 0)
            return UploadProblems.Damaged;
        return (byte[])[0xFF, JpegMarker.Start, .. header.Segments(), .. bytes, 0xFF, JpegMarker.End];
    }

    private static bool IsPartOfPicture(byte marker, ReadOnlySpan<byte> payload, bool frame) => marker switch
    {
        JpegMarker.QuantizationTables => JpegTables.AreQuantizationTables(payload),
        JpegMarker.HuffmanTables => JpegTables.AreHuffmanTables(payload),
        JpegMarker.RestartInterval => payload.Length == 2,
        JpegMarker.Scan => frame && JpegTables.IsScan(payload),
        _ => false,
    };

    /// <summary>A marker is 0xFF and a byte that is neither 0 nor 0xFF; any number of 0xFF may stand before it as filling.</summary>
    private static bool TryMarker(ref Bytes bytes, out byte marker)
    {
        if (!bytes.TryByte(out marker) || marker != 0xFF)
            return false;
        while (bytes.TryByte(out marker))
        {
            if (marker != 0xFF)
                return marker != 0;
        }

        return false;
    }

    /// <summary>The coded data of a scan: all up to the next marker. "FF 00" is a data byte, and restart markers belong to the data.</summary>
    private static ReadOnlySpan<byte> TakeScan(ref Bytes bytes)
    {
        var rest = bytes.Rest;
        var end = 0;
        while (end < rest.Length)
        {
            var next = rest[end..].IndexOf((byte)0xFF);
            if (next < 0 || end + next + 1 >= rest.Length)
            {
                end = rest.Length;
                break;
            }

            end += next;
            if (rest[end + 1] is not (0 or (>= JpegMarker.FirstRestart and <= JpegMarker.LastRestart)))
                break;
            end += 2;
        }

        _ = bytes.TryTake(end, out var data);
        return data;
    }
}
