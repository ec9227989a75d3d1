using System.Buffers.Binary;
using System.Text;
using Husrum.Core.Language;

namespace Husrum.Core.Documents;

/// <summary>Copies a PNG without its metadata: the chunks of <see cref="PngChunk"/>, each with its checksum proved, and nothing after the end.</summary>
internal static class PngCleaner
{
    private const int SignatureLength = 8;

    public static Reading<byte[]> Clean(byte[] content)
    {
        var bytes = new Bytes(content.AsSpan(SignatureLength));
        var picture = new MemoryStream(content.Length);
        picture.Write(content.AsSpan(0, SignatureLength));
        for (var (first, data) = (true, false); TryChunk(ref bytes, out var name, out var chunk); first = false)
        {
            var payload = chunk[8..^4];
            if (first)
            {
                if (name != PngChunk.Header)
                    return UploadProblems.Damaged;
                if (HeaderProblem(payload) is { } problem)
                    return problem;
                picture.Write(chunk);
            }
            else if (name == PngChunk.End)
            {
                picture.Write(chunk);
                return data && payload.Length == 0 ? picture.ToArray() : UploadProblems.Damaged;
            }
            else if (PngChunk.IsKept(name, payload))
            {
                picture.Write(chunk);
                data |= name == PngChunk.Data;
            }
            else if (PngChunk.IsCritical(name))
            {
                return UploadProblems.Damaged;
            }
        }

        return UploadProblems.Damaged;
    }

    private static Bilingual? HeaderProblem(ReadOnlySpan<byte> payload)
    {
        if (!PngChunk.IsHeader(payload))
            return UploadProblems.Damaged;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(payload), BinaryPrimitives.ReadUInt32BigEndian(payload[4..]));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            return UploadProblems.Damaged;
        return (long)width * height > Upload.MostPixels ? UploadProblems.TooManyPixels : null;
    }

    /// <summary>The next chunk, length and checksum included.</summary>
    private static bool TryChunk(ref Bytes bytes, out string name, out ReadOnlySpan<byte> chunk)
    {
        name = "";
        chunk = default;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(bytes.Rest, out var length) || !bytes.TryTake(length + 12L, out chunk))
            return false;
        var type = chunk[4..8];
        name = Encoding.ASCII.GetString(type);
        return name.All(char.IsAsciiLetter) && Crc32.Of(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]);
    }
}
