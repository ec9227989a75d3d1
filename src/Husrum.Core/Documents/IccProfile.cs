using System.Buffers.Binary;

namespace Husrum.Core.Documents;

/// <summary>
/// Colour profiles in JPEG (ICC.1, annex B.4): parts of "ICC_PROFILE\0", number, count, data. One that is not whole, or is no profile, is dropped:
/// the colours are then shown as sRGB, and nothing else can hide under its name.
/// </summary>
internal static class IccProfile
{
    private const int PartHeader = 14;
    private const int ProfileHeader = 128;

    public static bool IsWhole(IReadOnlyList<byte[]> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.Length < PartHeader))
            return false;
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index][12] != index + 1 || parts[index][13] != parts.Count)
                return false;
        }

        var first = parts[0].AsSpan(PartHeader);
        return first.Length >= ProfileHeader
            && first[36..].StartsWith("acsp"u8)
            && BinaryPrimitives.ReadUInt32BigEndian(first) == parts.Sum(part => part.Length - PartHeader);
    }
}
