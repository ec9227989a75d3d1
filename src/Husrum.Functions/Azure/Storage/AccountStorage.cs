using Husrum.Core.Register;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Husrum.Functions.Azure.Storage;

/// <summary>What <see cref="FolderStorage"/> has on a disk, in a storage account: for any number of hosts at once.</summary>
internal static class AccountStorage
{
    /// <summary>Adds it. Nothing is asked of the account before the home comes up.</summary>
    public static IServiceCollection AddAccountStorage(this IServiceCollection services, StartOptions options, StorageSettings settings)
    {
        services
            .AddSingleton(options)
            .AddSingleton(new StorePlace(settings.Tables.Host))
            .AddSingleton(s => new StorageAccount(settings, s.GetRequiredService<IConfiguration>(), options.Demo ? DemoOrganisation.Make() : null))
            .AddSingleton(s => s.GetRequiredService<StorageAccount>().Organisation)
            .AddSingleton(s => s.GetRequiredService<StorageAccount>().LinkKey)
            .AddSingleton(s => s.GetRequiredService<StorageAccount>().Documents)
            .AddSingleton<IUploadRoom, EndlessRoom>()
            .AddSingleton(s => new RecordStore(new TablesRegister(s.GetRequiredService<StorageAccount>().Table, s.GetRequiredService<RegisterJson>(), s.GetRequiredService<Ids>(), TimeProvider.System, s.GetRequiredService<ILogger<TablesRegister>>())))
            .AddSingleton<IStoreUpkeep>(s => new UnfinishedWrites(s.GetRequiredService<StorageAccount>().Table, s.GetRequiredService<RegisterJson>(), TimeProvider.System))
            .AddRegisterParts();
        services.AddDataProtection().SetApplicationName("husrum");
        services.AddOptions<KeyManagementOptions>().Configure<StorageAccount>((keys, account) => keys.XmlRepository = new BlobKeyRing(account.Keys, account.OpenAsync));
        return services;
    }
}
