using System.Buffers.Binary;
using System.Text;

namespace Husrum.Testing;

/// <summary>Builds small JPEG files that programs can show, with everything phones put into them.</summary>
internal sealed class JpegFile
{
    /// <summary>Stands in every piece of metadata, so that a leak is found wherever it comes from.</summary>
    public const string Secret = "SECRETPLACE";

    private readonly List<byte> _bytes = [0xFF, 0xD8];

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>An 8 by 8 grey picture: tables, frame, one scan.</summary>
    public static JpegFile Start() => new();

    public JpegFile Segment(byte marker, params byte[] payload)
    {
        _bytes.AddRange([0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload]);
        return this;
    }

    public JpegFile Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public JpegFile Jfif(params byte[] thumbnail) => Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, (byte)(thumbnail.Length / 3), (byte)(thumbnail.Length == 0 ? 0 : 1), .. thumbnail]);

    public JpegFile Exif(int orientation, bool little = false) => Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, little)]);

    public JpegFile Xmp() => Segment(0xE1, Bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude=\"" + Secret + "\"/>"));

    public JpegFile Icc(byte number = 1, byte count = 1, int size = 140)
    {
        var profile = new byte[size];
        BinaryPrimitives.WriteUInt32BigEndian(profile, (uint)(size * count));
        "acsp"u8.CopyTo(profile.AsSpan(36));
        return Segment(0xE2, [.. "ICC_PROFILE\0"u8, number, count, .. profile]);
    }

    public JpegFile Tables() => this
        .Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)])
        .Segment(0xC4, [0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public JpegFile Frame(byte marker = 0xC0, int height = 8, int width = 8) =>
        Segment(marker, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0);

    public JpegFile Scan(byte from = 0, byte to = 63, params byte[] data) => Segment(0xDA, 1, 1, 0, from, to, 0).Raw(data.Length == 0 ? [0x3F] : data);

    public JpegFile End() => Raw(0xFF, 0xD9);

    public byte[] ToArray() => [.. _bytes];

    /// <summary>As a phone writes it: JFIF, EXIF with place and thumbnail, XMP, colour profile, comment, and a second picture behind the end.</summary>
    public static byte[] Photo(int orientation = 6) => Start()
        .Jfif(1, 2, 3).Exif(orientation).Xmp().Segment(0xE2, Bytes("MPF\0" + Secret)).Segment(0xED, Bytes("Photoshop 3.0\0" + Secret)).Icc()
        .Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]).Segment(0xFE, Bytes(Secret))
        .Tables().Frame().Scan().End()
        .Raw(Start().Exif(1).Tables().Frame().Scan().End().ToArray()).Raw(Bytes(Secret)).ToArray();

    private static byte[] Tiff(int orientation, bool little)
    {
        var tiff = new List<byte>(little ? "II*\0"u8.ToArray() : "MM\0*"u8.ToArray());
        byte[] Number(int value, int bytes) => [.. Enumerable.Range(0, bytes).Select(index => (byte)(value >> (8 * (little ? index : bytes - 1 - index))))];
        byte[] Entry(int tag, int type, int count, byte[] value) => [.. Number(tag, 2), .. Number(type, 2), .. Number(count, 4), .. value];
        tiff.AddRange(Number(8, 4));
        tiff.AddRange(Number(3, 2));
        tiff.AddRange(Entry(0x010F, 2, Secret.Length, Number(50, 4)));
        tiff.AddRange(Entry(0x0112, 3, 1, [.. Number(orientation, 2), 0, 0]));
        tiff.AddRange(Entry(0x8825, 4, 1, Number(50, 4)));
        tiff.AddRange(Number(0, 4));
        tiff.AddRange(Bytes(Secret + "55.67N12.56E" + Secret));
        return [.. tiff];
    }
}
