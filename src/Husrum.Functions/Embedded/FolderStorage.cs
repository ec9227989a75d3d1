using Husrum.Core.Documents;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Demo;
using Husrum.Functions.Pages.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Husrum.Functions.Embedded;

/// <summary>What a data folder holds beside the database: documents, keys, the organisation. The same in both homes, as long as the Azure home keeps its register in a folder.</summary>
internal static class FolderStorage
{
    /// <summary>Adds it, and what is made of registers and keys in either home. Makes the folder and reads the organisation at once, so that what is wrong with them is said before anything runs.</summary>
    /// <exception cref="DataFolderException">The folder cannot be used.</exception>
    /// <exception cref="OrganisationException">organisation.json cannot be used.</exception>
    public static DataFolder AddFolderStorage(this IServiceCollection services, StartOptions options, string home)
    {
        var folder = new DataFolder(options.Data).Make(options.Demo, home);
        services
            .AddSingleton(options)
            .AddSingleton(folder)
            .AddSingleton(new StorePlace(folder.Root))
            .AddSingleton(OrganisationFile.Open(folder.Organisation, options.Demo ? DemoOrganisation.Make() : null))
            .AddSingleton<ILinkKey>(FileLinkKey.Open(folder.LinkKey))
            .AddSingleton<IDocumentStore>(new FileDocumentStore(folder.Documents))
            .AddSingleton<IUploadRoom, DiskRoom>()
            .AddRegisterParts();
        services.AddDataProtection().SetApplicationName("husrum").PersistKeysToFileSystem(new DirectoryInfo(folder.DataProtection));
        return folder;
    }
    /// <summary>What is made of registers and keys, wherever they are.</summary>
    public static IServiceCollection AddRegisterParts(this IServiceCollection services) => services
        .AddSingleton<IRandom, MachineRandom>()
        .AddSingleton<RegisterJson>()
        .AddSingleton<Ids>()
        .AddSingleton<PersonDirectory>()
        .AddSingleton<StaffDirectory>()
        .AddSingleton<Approvers>()
        .AddSingleton<PersonalLinks>()
        .AddProcessRegistries();
}
