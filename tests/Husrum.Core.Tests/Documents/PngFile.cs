using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

using Husrum.Testing;

namespace Husrum.Core.Tests.Documents;

/// <summary>Builds small PNG files that programs can show.</summary>
internal static class PngFile
{
    public static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Chunk(string type, params byte[] payload)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. payload];
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)payload.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(body));
        return [.. length, .. body, .. checksum];
    }

    public static byte[] Header(uint width = 4, uint height = 4, byte depth = 8, byte colour = 2, byte interlace = 0)
    {
        var payload = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(payload, width);
        BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan(4), height);
        (payload[8], payload[9], payload[12]) = (depth, colour, interlace);
        return Chunk("IHDR", payload);
    }

    public static byte[] Data()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[4 * (1 + 4 * 3)]);
        return Chunk("IDAT", packed.ToArray());
    }

    public static byte[] End() => Chunk("IEND");

    /// <summary>As programs write it: every kind of metadata, and more behind the end.</summary>
    public static byte[] Screenshot()
    {
        var secret = JpegFile.Bytes(JpegFile.Secret);
        return
        [
            .. Signature, .. Header(), .. Chunk("sRGB", 0), .. Chunk("gAMA", 0, 0, 0xB1, 0x8F), .. Chunk("pHYs", 0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1),
            .. Chunk("iCCP", [.. secret, 0, 0, 1]), .. Chunk("eXIf", secret), .. Chunk("tEXt", secret), .. Chunk("iTXt", secret), .. Chunk("zTXt", secret),
            .. Chunk("tIME", 7, 0xEA, 8, 31, 14, 5, 0), .. Chunk("acTL", 0, 0, 0, 1, 0, 0, 0, 0), .. Chunk("prIV", secret),
            .. Data(), .. Chunk("tEXt", secret), .. End(), .. secret,
        ];
    }

    private static uint Checksum(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }

        return ~crc;
    }
}
