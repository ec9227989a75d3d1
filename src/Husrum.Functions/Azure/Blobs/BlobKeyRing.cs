using System.Text;
using System.Xml.Linq;
using Husrum.Functions.Azure.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Husrum.Functions.Azure.Blobs;

/// <summary>The keys of cookies and forms, in one blob of the keys' container, so that all hosts read what one has written, and after a restart too.</summary>
/// <param name="keys">The keys' container.</param>
/// <param name="made">Makes the container where it is missing: cookies are asked about before anything else.</param>
internal sealed class BlobKeyRing(BlobContainer keys, Func<Task>? made = null) : IXmlRepository
{
    public const string Name = "data-protection.xml";

    private const int MostTries = 20;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Wait(ReadAsync()).Ring.Elements()];

    public void StoreElement(XElement element, string friendlyName) => Wait(StoreAsync(element));

    private async Task<bool> StoreAsync(XElement element)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var (ring, etag) = await ReadAsync();
            if (ring.Elements().Any(other => XNode.DeepEquals(other, element)))
                return true; // an attempt whose answer was lost
            ring.Add(element);
            if (await keys.PutAsync(Name, Encoding.UTF8.GetBytes(ring.ToString()), etag, CancellationToken.None))
                return true;
        }

        throw new StorageException("Others kept writing the keys of cookies and forms.");
    }

    private async Task<(XElement Ring, string? ETag)> ReadAsync()
    {
        if (made is not null)
            await made();
        return await keys.ReadAsync(Name, CancellationToken.None) is { } found
            ? (XElement.Parse(Encoding.UTF8.GetString(found.Content)), found.ETag)
            : (new XElement("keys"), null);
    }

    // the interface knows no tasks; it is called at start-up and once in weeks
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
