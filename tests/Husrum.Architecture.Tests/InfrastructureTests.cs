using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>What <c>infra/</c> sets up is what the program reads, and can be read itself.</summary>
public sealed partial class InfrastructureTests
{
    // of the Functions host, of Azure Monitor, of Azure.Identity and of App Service Authentication
    private static readonly string[] OthersPrefixes = ["AzureWebJobs", "APPLICATIONINSIGHTS_", "AZURE_CLIENT_ID", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "WEBSITE_AUTH_AAD_ALLOWED_TENANTS"];

    private static readonly Dictionary<string, string> NotInAzure = new()
    {
        ["Storage:Tables"] = "follows from the account's name",
        ["Storage:Blobs"] = "follows from the account's name",
        ["Storage:Key"] = "for the emulator: in Azure there is an identity",
        ["Husrum:Data"] = "there is no folder",
        ["Husrum:CrashAfterCommit"] = "for tests",
        ["Husrum:CrashBeforeCommit"] = "for tests",
        ["Husrum:TaskHub:Rpc"] = "the host tells where its hub is",
        ["Husrum:TaskHub:Webhooks"] = "the host tells where its hub is",
        ["Husrum:TaskHub:WebhookQuery"] = "the host tells where its hub is",
        ["Disk:ReserveMegabytes"] = "there is no disk",
        ["Messages:Gateway:Url"] = "Communication Services send",
        ["Messages:Gateway:HonoursKeys"] = "Communication Services send",
        ["Messages:CommunicationServices:AccessKey"] = "there is an identity",
        ["Messages:Smtp:Host"] = "Communication Services send",
        ["Messages:Smtp:Port"] = "Communication Services send",
        ["Messages:Smtp:Security"] = "Communication Services send",
        ["Messages:Smtp:User"] = "Communication Services send",
        ["Messages:Smtp:Password"] = "Communication Services send",
        ["force"] = "for a verb",
        ["data"] = "there is no folder",
        ["urls"] = "the host names the port",
        ["demo"] = "a rehearsal is no deployment",
        ["clock"] = "a rehearsal is no deployment",
        ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "the host's",
        ["WEBSITE_HOSTNAME"] = "the platform's",
        ["WEBSITE_AUTH_ENABLED"] = "the platform's word, which nobody but it may give",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "whoever has a collector names it",
    };

    private static IEnumerable<HouseFile> BicepFiles => House.Files("infra", ".bicep");

    [Fact]
    public async Task Every_bicep_file_can_be_parsed()
    {
        BicepFiles.Count().ShouldBeGreaterThan(5);
        var script = Path.Combine(House.Root, "tests/Node/check-bicep.mjs");
        Directory.Exists(Path.Combine(House.Root, "tests/Node/node_modules")).ShouldBeTrue("./test installs the parser; by hand: npm ci, in tests/Node.");
        var start = new ProcessStartInfo("node", [script, .. BicepFiles.Select(file => file.Path)]) { WorkingDirectory = House.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await output + await error).Trim().ShouldBeEmpty();
        node.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Every_setting_the_program_reads_is_set_and_every_setting_that_is_set_is_read()
    {
        var (read, set) = (SettingsRead.All.Select(setting => setting.Name).ToHashSet(), SettingsSet().ToHashSet());
        read.ShouldContain("Storage:Account"); // the search finds something
        read.Except(set).Except(NotInAzure.Keys).ShouldBeNone("The program reads settings that infra/modules/function-app.bicep does not set (or say here why not):");
        set.Except(read).Where(name => !OthersPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeNone("infra/modules/function-app.bicep sets what nothing reads:");
        set.Intersect(NotInAzure.Keys).ShouldBeNone("Said not to be set in Azure, and set:");
        NotInAzure.Keys.Except(read).ShouldBeNone("Said not to be set in Azure, and read by nothing:");
    }

    [Fact]
    public void Every_place_that_reads_a_setting_says_which()
    {
        SettingsRead.All.Where(setting => !setting.IsKnown).Select(setting => $"{setting.File}: {setting.Name}").ShouldBeNone("Name a setting by a literal or a constant, or the test above cannot see it:");
        SettingsRead.AroundIt().ShouldBeNone("Settings are read from the configuration, by name:");
    }

    [Fact]
    public void Every_parameter_is_given_and_every_module_is_used()
    {
        var main = House.Files("infra", "main.bicep").Single().Text;
        using var parameters = JsonDocument.Parse(House.Files("infra", "main.parameters.json").Single().Text);
        Parameter().Matches(main).Select(match => match.Groups["name"].Value).Order()
            .ShouldBe(parameters.RootElement.GetProperty("parameters").EnumerateObject().Select(property => property.Name).Order());
        var used = BicepFiles.SelectMany(file => Module().Matches(file.Text)).Select(match => Path.GetFileName(match.Groups["path"].Value)).ToHashSet();
        BicepFiles.Where(file => file.Path.StartsWith("infra/modules/", StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path)).Except(used).ShouldBeNone("No template uses the module:");
    }

    [Fact]
    public void No_key_or_password_stands_in_a_template() =>
        (from file in House.Files("infra")
         from Match match in Secret().Matches(file.Text)
         select $"{file}: {match.Value}").ShouldBeNone("Identities open doors, not keys:");

    private static IEnumerable<string> SettingsSet() =>
        AppSetting().Matches(House.Files("infra/modules", "function-app.bicep").Single().Text).Select(match => match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal));

    [GeneratedRegex(@"\{ name: '(?<name>[A-Za-z_]+)', value:")]
    private static partial Regex AppSetting();

    [GeneratedRegex(@"^param (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^module \w+ '(?<path>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Module();

    [GeneratedRegex(@"listKeys\(|AccountKey=|primaryKey|connectionStrings?\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
