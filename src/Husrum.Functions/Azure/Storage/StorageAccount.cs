using Husrum.Core.Documents;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Tables;

namespace Husrum.Functions.Azure.Storage;

/// <summary>What the home has in its storage account: one table, and containers for documents, keys and settings. Made where it is missing; looked at once.</summary>
internal sealed class StorageAccount
{
    private readonly Lazy<Task<Opened>> _opened;

    public StorageAccount(StorageSettings settings, IConfiguration configuration, Organisation? first, StorageRetries? retries = null)
    {
        var credential = settings.Key is null ? StoragePipeline.Identity() : null;
        var blobs = StoragePipeline.Build(settings, isTable: false, credential, retries);
        Table = new TableService(settings.Tables, settings.Name, StoragePipeline.Build(settings, isTable: true, credential, retries));
        Keys = Container("keys");
        Settings = Container("settings");
        var documents = Container("documents");
        Documents = new BlobDocumentStore(documents);
        _opened = new(() => OpenAsync(configuration, documents, first));

        BlobContainer Container(string name) => new(settings.Blobs, $"{settings.Name}-{name}", blobs);
    }

    public TableService Table { get; }

    public IDocumentStore Documents { get; }

    public BlobContainer Keys { get; }

    public BlobContainer Settings { get; }

    public Organisation Organisation => OpenedNow.Organisation;

    public ILinkKey LinkKey => OpenedNow.LinkKey;

    // the home opens it before it lets anybody in
    private Opened OpenedNow => OpenAsync().GetAwaiter().GetResult();

    /// <summary>Looks at it, and makes what is missing.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    /// <exception cref="OrganisationException">organisation.json cannot be used.</exception>
    public Task<Opened> OpenAsync() => _opened.Value;

    private async Task<Opened> OpenAsync(IConfiguration configuration, BlobContainer documents, Organisation? first)
    {
        await Task.WhenAll(Table.CreateAsync(default), documents.CreateAsync(default), Keys.CreateAsync(default), Settings.CreateAsync(default));
        var organisation = await BlobOrganisation.OpenAsync(Settings, first, default);
        return new Opened(organisation, SettingLinkKey.Read(configuration) as ILinkKey ?? await BlobLinkKey.OpenAsync(Keys, default));
    }

    /// <summary>What was found.</summary>
    internal sealed record Opened(Organisation Organisation, ILinkKey LinkKey);
}
