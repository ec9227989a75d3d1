using System.Text;
using Azure.Identity;
using Husrum.Core.Organisations;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.ConfigCheck;

/// <summary>The storage account, where one is named: whether table, documents, keys and settings are there, reachable and permitted. Reads only.</summary>
internal sealed class StorageChecks(IConfiguration configuration, StorageSettings settings)
{
    private static readonly StorageRetries Few = new() { Most = 1, AttemptTimeout = TimeSpan.FromSeconds(10) };

    private readonly StorageAccount _account = new(settings, configuration, null, Few);

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellation) =>
    [
        await LookAsync("Register", settings.Tables, "Storage Table Data Contributor", async () =>
        {
            await _account.Table.GetAsync("ix-link", "none", cancellation);
            return Finding.Good("Register", $"{settings.Tables.Host}, table {settings.Name}");
        }),
        await LookAsync("Documents", settings.Blobs, "Storage Blob Data Contributor", async () =>
        {
            await _account.Documents.ExistsAsync(new string('0', 64), cancellation);
            return Finding.Good("Documents", settings.Blobs.Host);
        }),
        await LookAsync("Organisation", settings.Blobs, "Storage Blob Data Contributor", () => OrganisationAsync(cancellation)),
        await LookAsync("Keys", settings.Blobs, "Storage Blob Data Contributor", () => KeysAsync(cancellation)),
    ];

    private async Task<Finding> OrganisationAsync(CancellationToken cancellation)
    {
        if (await _account.Settings.ReadAsync(BlobOrganisation.Name, cancellation) is not { } found)
            return Finding.Look("Organisation", $"{BlobOrganisation.Name} is not there yet", "The first start writes one with invented mailboxes. Change those.");
        try
        {
            return Finding.Good("Organisation", OrganisationReader.Read(Encoding.UTF8.GetString(found.Content)).Name);
        }
        catch (OrganisationException e)
        {
            return Finding.Wrong("Organisation", $"{BlobOrganisation.Name} cannot be used", e.Message);
        }
    }

    private async Task<Finding> KeysAsync(CancellationToken cancellation)
    {
        if (SettingLinkKey.Read(configuration) is not null)
            return Finding.Good("Keys", $"the links' key comes from {SettingLinkKey.Setting}");
        var (link, ring) = (await _account.Keys.ExistsAsync(BlobLinkKey.Name, cancellation), await _account.Keys.ExistsAsync(BlobKeyRing.Name, cancellation));
        return link ? Finding.Good("Keys", "in the keys' container")
            : ring ? Finding.Wrong("Keys", $"{BlobLinkKey.Name} is missing, though the account has been in use", "Undelete it, or put it back from a copy: without it no link that was sent opens.")
            : Finding.Good("Keys", "new: the first start makes them");
    }

    private static async Task<Finding> LookAsync(string name, Uri where, string role, Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (StorageException e) when (e.Message.Contains("TableNotFound", StringComparison.Ordinal))
        {
            return Finding.Good(name, $"{where.Host} (new: the first start makes the table)");
        }
        catch (StorageException e) when (e.Message.Contains(" 403", StringComparison.Ordinal))
        {
            return Finding.Wrong(name, $"{where.Host} refuses the program: {e.Message}", $"Give the program's identity the role '{role}' on the account (it takes some minutes), and look at the account's network rules.");
        }
        catch (StorageException e)
        {
            return Finding.Wrong(name, $"{where.Host}: {e.Message}", "Look at Storage__Account and at the way there: name, firewall, private endpoint.");
        }
        catch (AuthenticationFailedException)
        {
            return Finding.Wrong(name, "the program's identity got no token", "Give the function app its identity and AZURE_CLIENT_ID; on your own machine: az login.");
        }
    }
}
