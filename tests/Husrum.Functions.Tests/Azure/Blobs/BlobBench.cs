using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Tests.Azure.Storage;
using Husrum.Functions.Tests.Azure.Tables;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Blobs;

/// <summary>Containers of a test's own in the emulator.</summary>
internal static class BlobBench
{
    public static async Task<BlobContainer> NewAsync(Azurite azurite)
    {
        var container = Container(await azurite.StartedAsync(), "c" + Guid.NewGuid().ToString("N"));
        await container.CreateAsync(TestContext.Current.CancellationToken);
        return container;
    }

    public static BlobContainer Container(StorageSettings settings, string name, StorageRetries? retries = null) =>
        new(settings.Blobs, name, StoragePipeline.Build(settings, isTable: false, retries: retries ?? TableBench.Quick));
}
