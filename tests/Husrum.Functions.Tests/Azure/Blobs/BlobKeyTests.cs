using System.Xml.Linq;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;
using Husrum.Testing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Azure.Blobs;

public sealed class BlobKeyTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_that_start_at_once_and_later_have_the_same_link_key()
    {
        var keys = await BlobBench.NewAsync(azurite);
        var first = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => BlobLinkKey.OpenAsync(keys, Cancellation)));
        var later = await BlobLinkKey.OpenAsync(keys, Cancellation);
        first.Append(later).Select(key => Convert.ToHexString(key.Authenticate("x"u8))).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_link_key_that_was_lost_is_not_made_anew_where_the_account_has_been_in_use()
    {
        var keys = await BlobBench.NewAsync(azurite);
        await BlobLinkKey.OpenAsync(keys, Cancellation);
        new BlobKeyRing(keys).StoreElement(new XElement("key"), "a");
        await keys.DeleteAsync(BlobLinkKey.Name, Cancellation);
        (await Should.ThrowAsync<StorageException>(() => BlobLinkKey.OpenAsync(keys, Cancellation))).Message.ShouldContain("missing");
        (await keys.ExistsAsync(BlobLinkKey.Name, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cookie_of_one_host_is_read_by_another_and_after_a_restart()
    {
        var keys = await BlobBench.NewAsync(azurite);
        var sealed1 = Protector(keys).Protect("hemmelig");
        Protector(keys).Unprotect(sealed1).ShouldBe("hemmelig");
        (await keys.ExistsAsync(BlobKeyRing.Name, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_keys_written_at_once_none_is_lost()
    {
        var keys = await BlobBench.NewAsync(azurite);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => new BlobKeyRing(keys).StoreElement(new XElement("key", n), "k" + n), Cancellation)));
        new BlobKeyRing(keys).GetAllElements().Select(e => (int)e).Order().ShouldBe(Enumerable.Range(0, 8));
    }

    [Fact]
    public async Task The_organisation_is_written_once_and_then_read()
    {
        var settings = await BlobBench.NewAsync(azurite);
        var made = await BlobOrganisation.OpenAsync(settings, null, Cancellation);
        var found = await settings.ReadAsync(BlobOrganisation.Name, Cancellation);
        await settings.PutAsync(BlobOrganisation.Name, System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(found!.Value.Content).Replace(made.Name, "Nabo", StringComparison.Ordinal)), found.Value.ETag, Cancellation);
        (await BlobOrganisation.OpenAsync(settings, null, Cancellation)).Name.ShouldBe("Nabo");
    }

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://hemmelig.vault.azure.net/secrets/link-key/)", "Key Vault")]
    [InlineData("hemmelig", "base 64")]
    [InlineData("aGVtbWVsaWc=", "32 to 64")]
    public void A_key_setting_that_is_no_key_is_refused_without_repeating_it(string value, string word)
    {
        var refusal = Should.Throw<StorageException>(() => SettingLinkKey.Read(Settings((SettingLinkKey.Setting, value))));
        refusal.Message.ShouldContain(word);
        refusal.Message.ShouldNotContain("hemmelig");
    }

    [Fact]
    public void A_key_setting_is_the_key()
    {
        SettingLinkKey.Read(Settings()).ShouldBeNull();
        SettingLinkKey.Read(Settings((SettingLinkKey.Setting, Convert.ToBase64String(new byte[32]))))!.Authenticate("x"u8).Length.ShouldBe(32);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create<string, string?>(v.Key, v.Value))).Build();

    private static IDataProtector Protector(BlobContainer keys)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("husrum");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new BlobKeyRing(keys));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}
