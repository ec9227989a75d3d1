using System.Security.Cryptography;
using Husrum.Core.Links;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Blobs;

/// <summary>The secret of personal links, in the keys' container: 256 random bits, made by whichever host starts first, the same for all.</summary>
internal sealed class BlobLinkKey : ILinkKey
{
    public const string Name = "link.key";

    private const int Size = 32;
    private readonly byte[] _key;

    private BlobLinkKey(byte[] key) => _key = key;

    /// <summary>The key in the container; made where the container is new.</summary>
    /// <exception cref="StorageException">It is no key, or it is missing though the account has been in use: every link that was sent would be dead.</exception>
    public static async Task<BlobLinkKey> OpenAsync(BlobContainer keys, CancellationToken cancellation)
    {
        if (await keys.ReadAsync(Name, cancellation) is not { } found)
        {
            if (await keys.ExistsAsync(BlobKeyRing.Name, cancellation))
                throw new StorageException($"The key of the links ('{Name}' in the keys' container) is missing, though the account has been in use: no link that was sent would open. Nothing was changed. Undelete it (soft delete keeps it for a while), or put it back from a copy.");
            await keys.PutAsync(Name, RandomNumberGenerator.GetBytes(Size), etag: null, cancellation);
            found = await keys.ReadAsync(Name, cancellation) ?? throw new StorageException("The key of the links was removed while it was being made.");
        }

        return found.Content.Length == Size ? new BlobLinkKey(found.Content) : throw new StorageException($"'{Name}' in the keys' container is no link key. Put back the right one; links that were sent depend on it.");
    }

    public byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_key, message);
}
