using System.Security.Cryptography;
using System.Text;

namespace Husrum.Core.Register;

/// <summary>Makes ids: 128 bits, written in 26 characters of Crockford's base 32 in small letters, so that they can be read aloud and stand in a URL.</summary>
/// <param name="random">The bits of the random ones.</param>
public sealed class Ids(IRandom random)
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A random id.</summary>
    public string New() => Write(random.Bytes(16));

    /// <summary>A random person id, <c>p-…</c>.</summary>
    public string NewPerson() => "p-" + New();

    /// <summary>A random payment-list id, <c>l-…</c>.</summary>
    public string NewPaymentList() => "l-" + New();

    /// <summary>The claim id, <c>u-…</c>, that belongs to a submission: the same form sent twice is the same claim.</summary>
    public static string Claim(string submissionId) => "u-" + Derive("claim", submissionId);

    /// <summary>An id that follows from the parts and from nothing else. It is not a secret: whoever knows the parts knows the id.</summary>
    public static string Derive(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Write(hash.GetHashAndReset().AsSpan(0, 16));
    }

    // 26 digits hold 130 bits: the first digit carries the two zero bits in front
    private static string Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[26];
        UInt128 value = 0;
        foreach (var b in bytes)
            value = (value << 8) | b;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(value & 31)];
            value >>= 5;
        }

        return new string(text);
    }
}
