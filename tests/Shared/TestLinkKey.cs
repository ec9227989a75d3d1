using System.Security.Cryptography;
using Husrum.Core.Links;

namespace Husrum.Testing;

/// <summary>A link key that everyone knows.</summary>
public sealed class TestLinkKey(byte fill = 7) : ILinkKey
{
    private readonly byte[] _key = [.. Enumerable.Repeat(fill, 32)];

    public byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_key, message);
}
