using Husrum.Functions.Azure.Storage;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Storage;

internal static class AzuriteSettings
{
    /// <summary>Where the emulator is, started if need be.</summary>
    public static async Task<StorageSettings> StartedAsync(this Azurite azurite)
    {
        var process = await azurite.ProcessAsync();
        return new StorageSettings(process.Tables, process.Blobs, new StorageKey(AzuriteProcess.Account, Convert.FromBase64String(AzuriteProcess.Key)));
    }
}
