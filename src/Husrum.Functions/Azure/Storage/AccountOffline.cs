using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Azure.Storage;

/// <summary>A storage account in use, as the verbs use it from an operator's machine: by who is signed in there (<c>az login</c>), whether the program runs or not. It makes nothing.</summary>
/// <param name="Register">The register.</param>
/// <param name="LinkKey">The links' key.</param>
/// <param name="Organisation">Read where it is asked for.</param>
internal sealed record AccountOffline(IRegister Register, ILinkKey LinkKey, Lazy<Task<Organisation>> Organisation)
{
    /// <exception cref="DataFolderException">The account has not been in use under this name.</exception>
    /// <exception cref="StorageException">It cannot be reached, or does not let us in.</exception>
    public static async Task<AccountOffline> OpenAsync(StorageSettings settings, IConfiguration configuration)
    {
        var account = new StorageAccount(settings, configuration, null);
        await LookAsync(account, settings);
        using var services = new ServiceCollection().AddProgramme().AddProcessRegistries().BuildServiceProvider();
        var json = new RegisterJson(services.GetRequiredService<Upcasters>());
        using var logs = LoggerFactory.Create(_ => { });
        var register = new TablesRegister(account.Table, json, new Ids(new MachineRandom()), TimeProvider.System, logs.CreateLogger<TablesRegister>());
        return new AccountOffline(register, SettingLinkKey.Read(configuration) as ILinkKey ?? await BlobLinkKey.OpenAsync(account.Keys, default), new(() => BlobOrganisation.OpenAsync(account.Settings, null, default)));
    }

    // a name that is mistyped must not become an account in use
    private static async Task LookAsync(StorageAccount account, StorageSettings settings)
    {
        try
        {
            await account.Table.GetAsync("ix-link", "none", default);
        }
        catch (StorageException e) when (e.Message.Contains("TableNotFound", StringComparison.Ordinal))
        {
            throw new DataFolderException($"There is no table '{settings.Name}' at {settings.Tables.Host}. Look at Storage__Account and Storage__Name, or start the program once.");
        }
    }
}
