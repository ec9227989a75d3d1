using System.Text;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Embedded;
using Husrum.Functions.SignIn;
using Husrum.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure.Storage;

/// <summary>The verbs where records are in a storage account: those that make sense work on it, the others say what to do instead.</summary>
public sealed class AccountVerbTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_to_sign_in_is_printed_for_a_member_of_the_staff_and_for_nobody_else()
    {
        var (settings, named) = await SettingsAsync();
        var account = new StorageAccount(settings, new ConfigurationBuilder().Build(), null);
        await account.OpenAsync();
        var ids = new Ids(new MachineRandom());
        var register = new TablesRegister(account.Table, new RegisterJson(new Upcasters()), ids, TimeProvider.System, NullLogger<TablesRegister>.Instance);
        var id = await new PersonDirectory(register, ids).FindOrCreateByEmailAsync("mette@husrum.example", "Mette Vang", "da", cancellation: Cancellation);
        await new StaffDirectory(register, ids).PutAsync(id, [StaffRole.Operator], [], cancellation: Cancellation);

        var printed = await RunAsync(named, "sign-in-link", "mette@husrum.example");
        printed.ShouldStartWith($"https://husrum.example{SignInLinks.Path}?t=");
        var links = new Core.Links.PersonalLinks(register, account.LinkKey, ids, TimeProvider.System);
        (await links.ResolveAsync(printed.Trim().Split("?t=")[1], Core.Links.LinkPurpose.SignIn, Cancellation)).ShouldNotBeNull().Value.CaseId.ShouldBe(id);
        (await Should.ThrowAsync<DataFolderException>(() => RunAsync(named, "sign-in-link", "nobody@husrum.example"))).Message.ShouldContain("Nobody on the staff");
    }

    [Fact]
    public async Task An_account_that_was_never_in_use_stays_that_way()
    {
        var (settings, named) = await SettingsAsync();
        (await Should.ThrowAsync<DataFolderException>(() => RunAsync(named, "sign-in-link", "mette@husrum.example"))).Message.ShouldContain("Storage__Name");
        (await new StorageAccount(settings, new ConfigurationBuilder().Build(), null).Keys.ExistsAsync("link.key", Cancellation)).ShouldBeFalse();
        named.Remove("PublicUrl");
        (await Should.ThrowAsync<StartOptionsException>(() => RunAsync(named, "sign-in-link", "mette@husrum.example"))).Message.ShouldContain("PublicUrl");
    }

    // its file says nothing of Hjem til Os, and the invented organisation's does
    [Fact]
    public async Task What_is_rehearsed_is_the_accounts_organisation_unless_a_folder_is_named()
    {
        var (settings, named) = await SettingsAsync();
        var account = new StorageAccount(settings, new ConfigurationBuilder().Build(), null);
        await account.OpenAsync();
        await account.Settings.PutAsync(BlobOrganisation.Name, Encoding.UTF8.GetBytes(DefaultOrganisation.Write(DefaultOrganisation.Value with { HjemTilOs = null })), etag: null, Cancellation);

        (await Should.ThrowAsync<StartOptionsException>(() => RunAsync(named, "rehearse", "referral", "--start", "2026-08-31"))).Message.ShouldContain("Hjem til Os");
        (await RunAsync(named, "rehearse", "referral", "--start", "2026-08-31", "--data", Path.Combine(Path.GetTempPath(), "husrum-no-such-folder"))).ShouldContain("Generalprøve");
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore", "some.zip")]
    public async Task An_archive_of_a_folder_is_not_for_an_account_and_that_is_said(params string[] verb)
    {
        var (_, named) = await SettingsAsync();
        (await Should.ThrowAsync<DataFolderException>(() => RunAsync(named, verb))).Message.ShouldContain("operators' guide");
    }

    [Fact]
    public void By_itself_the_program_does_not_start_with_an_account_it_would_not_use()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Storage:Account"] = "stdata";
        Should.Throw<StartOptionsException>(() => builder.AddEmbeddedHome(new StartOptions("data", false, null))).Message.ShouldContain("stdata.table.core.windows.net");
    }

    private static async Task<string> RunAsync(Dictionary<string, string?> named, params string[] verb)
    {
        var output = new StringWriter();
        await Verb.Of(Arguments.Read(verb), named)!.RunAsync(output);
        return output.ToString();
    }

    private async Task<(StorageSettings Settings, Dictionary<string, string?> Named)> SettingsAsync()
    {
        var settings = (await azurite.StartedAsync()) with { Name = Azurite.NewTable() };
        return (settings, new Dictionary<string, string?>
        {
            ["Storage:Account"] = settings.Key!.Account,
            ["Storage:Key"] = Convert.ToBase64String(settings.Key.Key),
            ["Storage:Tables"] = settings.Tables.ToString(),
            ["Storage:Blobs"] = settings.Blobs.ToString(),
            ["Storage:Name"] = settings.Name,
            ["PublicUrl"] = "https://husrum.example",
        });
    }
}
