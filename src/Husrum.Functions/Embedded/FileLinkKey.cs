using System.Security.Cryptography;
using Husrum.Core.Links;

namespace Husrum.Functions.Embedded;

/// <summary>The secret of personal links: 256 random bits in <c>keys/link.key</c>, made at the first start. Without it no link that was sent opens any more.</summary>
internal sealed class FileLinkKey : ILinkKey
{
    private const int Size = 32;
    private readonly byte[] _key;

    private FileLinkKey(byte[] key) => _key = key;

    /// <summary>The key in the file; made where there is none.</summary>
    /// <exception cref="DataFolderException">The file is not a key.</exception>
    public static FileLinkKey Open(string path)
    {
        if (!File.Exists(path))
            DurableFile.WriteAsync(path, RandomNumberGenerator.GetBytes(Size)).GetAwaiter().GetResult();
        var key = File.ReadAllBytes(path);
        return key.Length == Size ? new FileLinkKey(key) : throw new DataFolderException($"'{path}' is not a link key. Put back the one from the newest backup; links that were sent depend on it.");
    }

    public byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_key, message);
}
