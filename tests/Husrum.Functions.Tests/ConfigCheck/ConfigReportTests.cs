using System.Net;
using System.Net.Sockets;
using Husrum.Core.Organisations;
using Husrum.Functions.ConfigCheck;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages.Smtp;
using Husrum.Functions.Tests.Embedded;
using Husrum.Functions.Tests.Messages.CommunicationServices;
using Husrum.Functions.Tests.Messages.Smtp;
using Microsoft.Extensions.Configuration;

namespace Husrum.Functions.Tests.ConfigCheck;

public sealed class ConfigReportTests : IDisposable
{
    private const string Password = "a password nobody may see";

    private readonly TempFolder _temp = new();
    private readonly Dictionary<string, string?> _settings;

    public ConfigReportTests()
    {
        _settings = new() { ["data"] = _temp.Path, ["Disk:ReserveMegabytes"] = "1" };
        LetRead(others: false);
        var mailboxes = DefaultOrganisation.Write(DefaultOrganisation.Value).Replace("husrum.example", "husrum.test", StringComparison.Ordinal);
        File.WriteAllText(new DataFolder(_temp.Path).Organisation, mailboxes);
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_mail_server_that_lets_us_in_is_said_to_and_gets_no_mail()
    {
        await using var server = new SmtpServer { Auth = "PLAIN", Account = ("husrum", Password) };
        Smtp(server);
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeTrue(text);
        Line(text, "E-mail").ShouldContain("noreply@husrum.test may send");
        server.Mails.ShouldBeEmpty();
        server.Heard.ShouldNotContain(line => line.StartsWith("RCPT") || line.StartsWith("DATA"));
        text.ShouldNotContain(Password);
        text.Split('\n').Length.ShouldBeLessThan(24);
    }

    [Fact]
    public async Task A_password_that_is_wrong_is_wrong_and_the_next_step_is_said()
    {
        await using var server = new SmtpServer { Auth = "PLAIN" };
        Smtp(server);
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeFalse();
        Line(text, "E-mail").ShouldContain("smtp: SignIn 535 5.7.8");
        text.ShouldContain("→ Look at Messages__Smtp__User");
        text.ShouldNotContain(Password);
    }

    [Fact]
    public async Task A_sender_the_server_does_not_want_is_wrong()
    {
        await using var server = new SmtpServer { Says = (verb, _) => verb == "MAIL" ? "553 5.7.1 Not yours" : null };
        _settings["Messages:Smtp:Host"] = "localhost";
        _settings["Messages:Smtp:Port"] = server.Options().Port.ToString();
        _settings["Messages:Smtp:Security"] = "None";
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeFalse();
        text.ShouldContain("whether noreply@husrum.test may send through it");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_wrong()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        _settings["Messages:Gateway:Url"] = $"http://127.0.0.1:{port}/send";
        (await CheckAsync()).IsWell.ShouldBeFalse();
        _settings.Remove("Messages:Gateway:Url");
        (_settings["Messages:Smtp:Host"], _settings["Messages:Smtp:Port"], _settings["Messages:Smtp:Security"]) = ("localhost", $"{port}", "None");
        (await CheckAsync()).IsWell.ShouldBeFalse();
        (_settings["Messages:CommunicationServices:Endpoint"], _settings["Messages:CommunicationServices:AccessKey"]) = ($"http://127.0.0.1:{port}", Convert.ToBase64String(CommunicationServer.Key));
        var (_, text) = await CheckAsync();
        text.Split('\n').Count(line => line.StartsWith(" NO ")).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Communication_Services_is_asked_for_an_operation_that_never_was(bool rightKey)
    {
        await using var server = await CommunicationServer.StartAsync(TimeProvider.System);
        var key = Convert.ToBase64String(rightKey ? CommunicationServer.Key : new byte[32]);
        _settings["Messages:CommunicationServices:Endpoint"] = server.Address.ToString();
        _settings["Messages:CommunicationServices:AccessKey"] = key;
        _settings["Messages:CommunicationServices:ReportsSecret"] = CommunicationBench.Secret;
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBe(rightKey, text);
        (server.Mails.Count, server.Sms.Count).ShouldBe((0, 0));
        text.ShouldNotContain(key);
        text.ShouldNotContain(CommunicationBench.Secret);
        Line(text, "Reports").ShouldStartWith("look"); // no public address for Event Grid
    }

    [Fact]
    public async Task Where_nothing_is_set_up_it_says_that_nothing_leaves_and_that_links_lead_nowhere()
    {
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeTrue(text);
        Line(text, "Messages").ShouldStartWith("look");
        Line(text, "Public address").ShouldStartWith("look");
        text.ShouldContain("0 wrong, 2 to look at.");
    }

    [Theory]
    [InlineData("Messages:Smtp:Host", "smtp.example:25")]
    [InlineData("Messages:Gateway:Url", "gateway")]
    [InlineData("Messages:CommunicationServices:Endpoint", "endpoint=https://x;accesskey=y")]
    [InlineData("PublicUrl", "husrum.example")]
    [InlineData("PublicUrl", "http://husrum.example")]
    [InlineData("Disk:ReserveMegabytes", "9999999999")]
    [InlineData("urls", "https://localhost")]
    [InlineData("demo", "true")]
    public async Task What_the_program_would_stumble_over_is_wrong(string setting, string value)
    {
        _settings[setting] = value;
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeFalse(text);
        text.ShouldContain("→ ");
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public async Task A_host_so_long_that_SMS_take_two_segments_is_something_to_look_at(int length, bool said)
    {
        _settings["Messages:Gateway:Url"] = "https://127.0.0.1:9/send";
        _settings["PublicUrl"] = "https://" + new string('h', length - 8) + ".example";
        var (_, text) = await CheckAsync();
        text.Contains("SMS length", StringComparison.Ordinal).ShouldBe(said, text);
    }

    [Fact]
    public async Task An_organisation_that_cannot_be_read_and_a_folder_others_can_read_are_said()
    {
        File.WriteAllText(new DataFolder(_temp.Path).Organisation, "{}");
        LetRead(others: true);
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeFalse();
        Line(text, "Organisation").ShouldStartWith(" NO ");
        text.ShouldContain("chmod 700");
    }

    [Fact]
    public async Task Accounts_that_nobody_checks_are_said_to_let_nobody_in()
    {
        (_settings["SignIn:By"], _settings["SignIn:Tenant"], _settings["FUNCTIONS_CUSTOMHANDLER_PORT"]) = ("Entra", "8f1c2d3e-1111-4222-8333-abcdefabcdef", "7071");
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeFalse();
        Line(text, "Sign-in").ShouldContain("nobody gets in");
        text.ShouldContain("→ Turn App Service Authentication");
        _settings["WEBSITE_AUTH_ENABLED"] = "True";
        Line((await CheckAsync()).Text, "Sign-in").ShouldContain("by accounts of the directory");
    }

    [Fact]
    public async Task A_new_folder_is_fine_and_stays_unmade()
    {
        _settings["data"] = Path.Combine(_temp.Path, "new", "data");
        var (isWell, text) = await CheckAsync();
        isWell.ShouldBeTrue(text);
        Directory.Exists(_settings["data"]).ShouldBeFalse();
        Directory.GetFiles(_temp.Path).Select(Path.GetFileName).ShouldBe(["organisation.json"]);
    }

    [Fact]
    public async Task A_setting_that_is_misspelt_is_named_without_its_value()
    {
        _settings["Messages:Smtp:Passwort"] = Password;
        var (_, text) = await CheckAsync();
        text.ShouldContain("Messages__Smtp__Passwort is set, and nobody reads it");
        text.ShouldContain("Did you mean Messages__Smtp__Password?");
        text.ShouldNotContain(Password);
    }

    [Theory]
    [InlineData("--Messages:Smtp:Password")]
    [InlineData("--Messages:CommunicationServices:AccessKey")]
    public void A_secret_on_the_command_line_is_refused_and_not_repeated(string option)
    {
        var refused = Should.Throw<StartOptionsException>(() => Arguments.Read([option, Password])).Message;
        refused.ShouldContain(option[2..].Replace(":", "__", StringComparison.Ordinal));
        refused.ShouldNotContain(Password);
    }

    [Fact]
    public async Task The_verb_ends_with_one_where_something_is_wrong()
    {
        using var output = new StringWriter();
        var before = Environment.ExitCode;
        try
        {
            await Verb.Of(Arguments.Read(["config", "check", "--data", _temp.Path, "--PublicUrl", "nowhere"]))!.RunAsync(output);
            Environment.ExitCode.ShouldBe(1);
            output.ToString().ShouldContain(" NO   Public address");
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    private void LetRead(bool others)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_temp.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | (others ? UnixFileMode.OtherRead : UnixFileMode.None));
    }

    private void Smtp(SmtpServer server)
    {
        (_settings["Messages:Smtp:Host"], _settings["Messages:Smtp:Port"]) = ("localhost", server.Options().Port.ToString());
        (_settings["Messages:Smtp:User"], _settings["Messages:Smtp:Password"]) = ("husrum", Password);
        _settings["Messages:Smtp:Security"] = nameof(SmtpSecurity.None);
    }

    private async Task<(bool IsWell, string Text)> CheckAsync()
    {
        using var output = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        return (await new ConfigReport(configuration, TimeProvider.System).RunAsync(output, TestContext.Current.CancellationToken), output.ToString());
    }

    private static string Line(string text, string name) => text.Split('\n').Single(line => line.Length > 6 && line[6..].StartsWith(name, StringComparison.Ordinal));
}
