using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>What <c>infra/</c> sets up is what the program reads, and can be read itself.</summary>
public sealed partial class InfrastructureTests
{
    // of the Functions host, of Azure Monitor and of Azure.Identity
    private static readonly string[] OthersPrefixes = ["AzureWebJobs", "APPLICATIONINSIGHTS_", "AZURE_CLIENT_ID"];

    private static readonly Dictionary<string, string> NotInAzure = new()
    {
        ["Storage:Tables"] = "follows from the account's name",
        ["Storage:Blobs"] = "follows from the account's name",
        ["Storage:Key"] = "for the emulator: in Azure there is an identity",
        ["Husrum:Data"] = "there is no folder",
        ["Husrum:CrashAfterCommit"] = "for tests",
        ["Husrum:CrashBeforeCommit"] = "for tests",
        ["Husrum:TaskHub"] = "the host tells where its hub is",
        ["Disk:ReserveMegabytes"] = "there is no disk",
        ["Messages:Gateway:Url"] = "Communication Services send",
        ["Messages:Gateway:HonoursKeys"] = "Communication Services send",
        ["Messages:Gateway"] = "Communication Services send",
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
        var (read, set) = (SettingsRead().ToHashSet(), SettingsSet().ToHashSet());
        read.ShouldContain("Storage:Account"); // the search finds something
        read.Except(set).Except(NotInAzure.Keys).ShouldBeNone("The program reads settings that infra/modules/function-app.bicep does not set (or say here why not):");
        set.Except(read).Where(name => !OthersPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeNone("infra/modules/function-app.bicep sets what nothing reads:");
        set.Intersect(NotInAzure.Keys).ShouldBeNone("Said not to be set in Azure, and set:");
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

    private static IEnumerable<string> SettingsRead()
    {
        foreach (var file in House.Files("src/Husrum.Functions", ".cs"))
        {
            var code = file.Code;
            foreach (Match match in Direct().Matches(code))
                yield return match.Groups["name"].Value;
            foreach (Match match in NamedConstant().Matches(code))
                yield return match.Groups["name"].Value;
            if (SectionConstant().Match(code) is not { Success: true } section)
                continue;
            foreach (Match match in InSection().Matches(code))
                yield return $"{section.Groups["name"].Value}:{match.Groups["name"].Value}";
        }
    }

    // configuration["A:B"], GetValue<T>("A:B", GetSection("A:B")
    [GeneratedRegex(@"(?:[cC]onfiguration\??\[|[cC]onfiguration\??\.GetValue(?:<[^>(]+>)?\(|GetService<IConfiguration>\(\)\??\.GetValue(?:<[^>(]+>)?\(|[cC]onfiguration\??\.GetSection\(|_options\[)""(?<name>[A-Za-z_]+(?::[A-Za-z]+)*)""")]
    private static partial Regex Direct();

    [GeneratedRegex(@"const string (?:Setting|Endpoint) = ""(?<name>[A-Za-z_]+(?::[A-Za-z]+)*)""")]
    private static partial Regex NamedConstant();

    [GeneratedRegex(@"const string Section = ""(?<name>[A-Za-z:]+)""")]
    private static partial Regex SectionConstant();

    [GeneratedRegex(@"(?:Text\(section, |section\[|section\.GetValue(?:<[^>(]+>)?\()""(?<name>[A-Za-z]+)""")]
    private static partial Regex InSection();

    [GeneratedRegex(@"\{ name: '(?<name>[A-Za-z_]+)', value:")]
    private static partial Regex AppSetting();

    [GeneratedRegex(@"^param (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^module \w+ '(?<path>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Module();

    [GeneratedRegex(@"listKeys\(|AccountKey=|primaryKey|connectionStrings?\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
