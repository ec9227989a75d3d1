namespace Husrum.Core.Documents;

/// <summary>
/// What of a JPEG's application data (APPn) the picture needs to look right: JFIF's pixel shape, Adobe's colour transform, the colour profile,
/// and which way is up. All of it is written anew; everything else (places, times, cameras, names, thumbnails, second pictures) is dropped.
/// </summary>
internal sealed class JpegHeaderData
{
    private readonly List<byte[]> _profile = [];
    private byte[] _jfif = [];
    private byte[] _adobe = [];
    private int? _orientation;

    public void Read(byte marker, ReadOnlySpan<byte> payload)
    {
        // Version, unit and densities; the thumbnail that may follow is left out.
        if (marker == JpegMarker.App0 && _jfif.Length == 0 && payload.StartsWith("JFIF\0"u8) && payload.Length >= 14)
            _jfif = [.. payload[..12], 0, 0];
        else if (marker == JpegMarker.App14 && _adobe.Length == 0 && payload.StartsWith("Adobe"u8) && payload.Length >= 12)
            _adobe = [.. payload[..12]];
        else if (marker == JpegMarker.App2 && payload.StartsWith("ICC_PROFILE\0"u8))
            _profile.Add([.. payload]);
        else if (marker == JpegMarker.App1)
            _orientation ??= ExifOrientation.Read(payload);
    }

    /// <summary>The segments to put after the start of the picture.</summary>
    public byte[] Segments() =>
    [
        .. Segment(JpegMarker.App0, _jfif),
        .. ExifOrientation.Segment(_orientation),
        .. Segment(JpegMarker.App14, _adobe),
        .. IccProfile.IsWhole(_profile) ? _profile.SelectMany(part => Segment(JpegMarker.App2, part)) : [],
    ];

    private static byte[] Segment(byte marker, byte[] payload) =>
        payload.Length == 0 ? [] : [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];
}
