using System.Security.Cryptography;
using System.Text;

namespace Husrum.Core.Messages;

/// <summary>The name by which a provider knows a message: made from its key, so that a repeat carries the same one, also after a crash.</summary>
public static class NoticeId
{
    // RFC 9562: version 8, bits of one's own; variant 10
    private const int VersionByte = 6;
    private const int VariantByte = 8;

    /// <summary>A UUID of the key and of how often a person has sent the message again.</summary>
    public static Guid Of(string key, int round)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(round == 0 ? key : $"{key}#{round}")).AsSpan(0, 16);
        bytes[VersionByte] = (byte)((bytes[VersionByte] & 0x0F) | 0x80);
        bytes[VariantByte] = (byte)((bytes[VariantByte] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Its row in <see cref="Register.Partitions.NoticeIdIndex"/>.</summary>
    public static string RowOf(Guid id) => id.ToString("N");

    /// <summary>The ids a message has had.</summary>
    public static IEnumerable<Guid> AllOf(Notice notice) => Enumerable.Range(0, notice.Round + 1).Select(round => Of(notice.Key, round));
}
