using Husrum.Functions.Embedded;
using Husrum.Functions.SignIn;
using Microsoft.Extensions.Configuration;

namespace Husrum.Functions.Tests.SignIn;

public sealed class SignInWaysTests
{
    [Fact]
    public void Where_nothing_is_set_a_link_signs_in() => Read([]).ShouldBe(SignInWays.Links);

    [Fact]
    public void Accounts_sign_in_where_the_platform_checks_them()
    {
        Read(InAzure("Entra", "True")).ShouldBe(new SignInWays(false, Accounts.Tenant));
        Read(InAzure("EntraOrLink", "true")).ShouldBe(new SignInWays(true, Accounts.Tenant));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    public void Nobody_gets_in_by_an_account_that_nobody_checks(string? isChecked)
    {
        var ways = Read(InAzure("Entra", isChecked));
        (ways.ByAccount, ways.ByLink, ways.IsUnguarded).ShouldBe((false, false, true));
    }

    [Fact]
    public void By_itself_the_program_takes_no_accounts_whatever_the_environment_says()
    {
        var settings = InAzure("Entra", "True");
        settings.Remove("FUNCTIONS_CUSTOMHANDLER_PORT");
        Should.Throw<StartOptionsException>(() => Read(settings)).Message.ShouldContain("SignIn__By");
    }

    [Fact]
    public void A_word_or_a_directory_that_does_not_read_is_refused()
    {
        Should.Throw<StartOptionsException>(() => Read(InAzure("Google", "True")));
        Should.Throw<StartOptionsException>(() => Read(InAzure("Entra", "True", "common")));
        Should.Throw<StartOptionsException>(() => Read(InAzure("Entra", "True", null)));
    }

    [Fact]
    public void A_rehearsal_has_links_alone() => SignInWays.Read(Configuration(InAzure("Entra", "True")), isRehearsal: true).ShouldBe(SignInWays.Links);

    private static Dictionary<string, string?> InAzure(string by, string? isChecked, string? tenant = Accounts.Tenant) =>
        new() { ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "7071", ["SignIn:By"] = by, ["SignIn:Tenant"] = tenant, ["WEBSITE_AUTH_ENABLED"] = isChecked };

    private static SignInWays Read(Dictionary<string, string?> settings) => SignInWays.Read(Configuration(settings));

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
