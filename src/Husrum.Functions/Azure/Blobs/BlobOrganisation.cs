using System.Text;
using Husrum.Core.Organisations;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Blobs;

/// <summary><c>organisation.json</c> in the settings' container: written at the first start, then the organisation's own to edit. Read at each start.</summary>
internal static class BlobOrganisation
{
    public const string Name = "organisation.json";

    /// <summary>The organisation in the blob; what a first start writes is <paramref name="first"/>, or the seven departments with invented mailboxes.</summary>
    /// <exception cref="OrganisationException">The blob cannot be used.</exception>
    public static async Task<Organisation> OpenAsync(BlobContainer settings, Organisation? first, CancellationToken cancellation)
    {
        if (await settings.ReadAsync(Name, cancellation) is not { } found)
        {
            await settings.PutAsync(Name, Encoding.UTF8.GetBytes(DefaultOrganisation.Write(first ?? DefaultOrganisation.Value)), etag: null, cancellation);
            found = await settings.ReadAsync(Name, cancellation) ?? throw new StorageException($"'{Name}' was removed while it was being made.");
        }

        return OrganisationReader.Read(Encoding.UTF8.GetString(found.Content));
    }
}
