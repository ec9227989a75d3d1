using System.Security.Cryptography;
using System.Text;

namespace Husrum.Durable.Execution;

/// <summary>GUIDs that come out the same at every replay: version 5 (RFC 9562) of instance, time and count, in the SDK's namespace.</summary>
internal static class DeterministicGuid
{
    private static readonly Guid Namespace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Create(string instanceId, DateTime utcNow, int count)
    {
        var name = $"{instanceId}_{utcNow:o}_{count}";
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // version 5 is SHA-1 by definition, and guards nothing
        SHA1.HashData(bytes, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
