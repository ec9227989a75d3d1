using System.Security.Cryptography;
using Husrum.Core.Links;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Blobs;

/// <summary>The secret of personal links out of the setting <c>Links:Key</c>, for those who keep it in a Key Vault: the platform puts the secret in the reference's place.</summary>
internal sealed class SettingLinkKey : ILinkKey
{
    public const string Setting = "Links:Key";

    private readonly byte[] _key;

    private SettingLinkKey(byte[] key) => _key = key;

    /// <summary>The key, or null where the setting is empty.</summary>
    /// <exception cref="StorageException">It is no key, or a reference the platform could not follow. The message does not repeat it.</exception>
    public static SettingLinkKey? Read(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
            return null;
        if (text.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase))
            throw new StorageException($"{Setting} is a Key Vault reference that was not followed: look whether the secret exists and whether the program's identity has the role 'Key Vault Secrets User'.");
        var key = new byte[64];
        return Convert.TryFromBase64String(text, key, out var length) && length >= 32
            ? new SettingLinkKey(key[..length])
            : throw new StorageException($"{Setting} is no key: 32 to 64 random bytes, written in base 64.");
    }

    public byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_key, message);
}
