using Husrum.Functions.Azure.Storage;
using Husrum.Functions.ConfigCheck;
using Husrum.Testing;
using Microsoft.Extensions.Configuration;

namespace Husrum.Functions.Tests.ConfigCheck;

public sealed class StorageChecksTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_looked_at_before_and_after_the_first_start_and_a_look_makes_nothing()
    {
        var settings = await SettingsAsync();
        for (var look = 0; look < 2; look++)
        {
            var before = await CheckAsync(settings);
            before.Select(finding => finding.Mark).ShouldBe([FindingMark.Good, FindingMark.Good, FindingMark.Look, FindingMark.Good]);
            before[0].Found.ShouldContain("first start");
        }

        await new StorageAccount(settings, Empty, null).OpenAsync();
        var after = await CheckAsync(settings);
        after.ShouldAllBe(finding => finding.Mark == FindingMark.Good);
        after[0].Found.ShouldEndWith($"table {settings.Name}");
    }

    [Fact]
    public async Task Who_is_refused_is_told_which_role_is_missing()
    {
        var settings = await SettingsAsync();
        var refused = await CheckAsync(settings with { Key = new StorageKey(AzuriteProcess.Account, new byte[64]) });
        refused.ShouldAllBe(finding => finding.Mark == FindingMark.Wrong);
        refused[0].Do!.ShouldContain("Storage Table Data Contributor");
        refused[1].Do!.ShouldContain("Storage Blob Data Contributor");
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_said_in_a_line_each()
    {
        var settings = await SettingsAsync();
        var away = await CheckAsync(settings with { Tables = new Uri("http://127.0.0.1:9/x"), Blobs = new Uri("http://127.0.0.1:9/x") });
        away.ShouldAllBe(finding => finding.Mark == FindingMark.Wrong && finding.Found.Contains("did not answer"));
    }

    private static IConfiguration Empty => new ConfigurationBuilder().Build();

    private static Task<IReadOnlyList<Finding>> CheckAsync(StorageSettings settings) => new StorageChecks(Empty, settings).FindAsync(Cancellation);

    private async Task<StorageSettings> SettingsAsync()
    {
        var process = await azurite.ProcessAsync();
        return new StorageSettings(process.Tables, process.Blobs, new StorageKey(AzuriteProcess.Account, Convert.FromBase64String(AzuriteProcess.Key)), Azurite.NewTable());
    }
}
