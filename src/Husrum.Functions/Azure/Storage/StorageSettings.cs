namespace Husrum.Functions.Azure.Storage;

/// <summary>Where the storage account is. In Azure it is reached by an identity; a key is taken for an emulator on this machine only.</summary>
/// <param name="Tables">The table service, such as <c>https://account.table.core.windows.net</c>.</param>
/// <param name="Blobs">The blob service.</param>
/// <param name="Key">The emulator's key with its account's name; null for an identity.</param>
/// <param name="Name">Begins the names of its table and containers; small letters and digits.</param>
internal sealed record StorageSettings(Uri Tables, Uri Blobs, StorageKey? Key = null, string Name = "husrum")
{
    /// <summary>The settings, <c>Storage:Account</c> (or <c>Storage:Tables</c> and <c>Storage:Blobs</c> where addresses are not the usual ones) and <c>Storage:Name</c>; null where no account is named.</summary>
    /// <exception cref="StorageException">They contradict each other; the message says how.</exception>
    public static StorageSettings? Read(IConfiguration configuration)
    {
        var account = configuration["Storage:Account"];
        var tables = Address(configuration["Storage:Tables"], "Storage:Tables") ?? Usual(account, "table");
        var blobs = Address(configuration["Storage:Blobs"], "Storage:Blobs") ?? Usual(account, "blob");
        if (tables is null && blobs is null)
            return null;
        if (tables is null || blobs is null)
            throw new StorageException("Storage:Tables and Storage:Blobs are named together, or Storage:Account alone.");
        var key = configuration["Storage:Key"] is { Length: > 0 } text ? new StorageKey(account ?? throw new StorageException("Storage:Key needs Storage:Account."), Bytes(text)) : null;
        if (key is not null && !(tables.IsLoopback && blobs.IsLoopback))
            throw new StorageException("Storage:Key is for an emulator on this machine. In Azure the program has an identity: remove the key, and give the identity its roles.");
        if (key is null && (tables.Scheme != Uri.UriSchemeHttps || blobs.Scheme != Uri.UriSchemeHttps))
            throw new StorageException("The storage account is reached by https.");
        var name = configuration["Storage:Name"] is { Length: > 0 } given ? given : "husrum";
        if (name.Length is < 3 or > 40 || !char.IsAsciiLetterLower(name[0]) || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)))
            throw new StorageException("Storage:Name has 3 to 40 small letters and digits, a letter first.");
        return new StorageSettings(tables, blobs, key, name);
    }

    private static Uri? Usual(string? account, string service) => string.IsNullOrEmpty(account) ? null : new Uri($"https://{account}.{service}.core.windows.net");

    private static Uri? Address(string? text, string name) => string.IsNullOrEmpty(text)
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : throw new StorageException($"{name} is no address.");

    private static byte[] Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new StorageException("Storage:Key is no key: it is written in base 64.");
        }
    }
}

/// <summary>An account's name and key.</summary>
internal sealed record StorageKey(string Account, byte[] Key);
