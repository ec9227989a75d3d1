using Husrum.Functions.SignIn;
using Microsoft.Extensions.Primitives;

namespace Husrum.Functions.Tests.SignIn;

public sealed class ClientPrincipalTests
{
    private const string Address = "mette@husrum.example";

    [Fact]
    public void An_account_of_the_directory_is_known_by_its_id_and_the_name_it_signs_in_with()
    {
        var read = Read(Accounts.Header(Address));
        read.ShouldNotBeNull().Account.ShouldBe(Accounts.Object);
        read.Addresses.ShouldBe([Address]);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("true", 1)]
    [InlineData("0", 0)]
    [InlineData(null, 0)]
    public void An_address_that_a_guests_own_directory_made_up_is_nobodys(string? isOwned, int addresses) =>
        Read(Accounts.Header("mette_gaest", Address, isOwned)).ShouldNotBeNull().Addresses.Count.ShouldBe(addresses);

    [Fact]
    public void Short_names_of_claims_are_read_as_well()
    {
        var read = Read(Accounts.Encoded(new { auth_typ = "aad", claims = new[] { Claim("tid", Accounts.Tenant), Claim("oid", Accounts.Object), Claim("preferred_username", Address) } }));
        read.ShouldNotBeNull().Addresses.ShouldBe([Address]);
    }

    [Fact]
    public void Another_directory_another_provider_or_two_answers_are_nobody()
    {
        Read(Accounts.Header(Address, tenant: "00000000-1111-4222-8333-abcdefabcdef")).ShouldBeNull();
        Read(Accounts.Header(Address, type: "github")).ShouldBeNull();
        Read(Accounts.Header(Address, more: ("tid", "00000000-1111-4222-8333-abcdefabcdef"))).ShouldBeNull();
        Read(Accounts.Header(Address, account: "")).ShouldBeNull();
        Read(Accounts.Header(Address, more: ("preferred_username", "leder@husrum.example"))).ShouldNotBeNull().Addresses.ShouldBeEmpty();
        ClientPrincipal.Read(new StringValues([Accounts.Header(Address), Accounts.Header(Address)]), Accounts.Tenant).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base 64")]
    [InlineData("bnVsbA==")] // null
    [InlineData("e30=")] // {}
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6MX0=")] // claims: 1
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6WzFdfQ==")] // claims: [1]
    public void What_does_not_read_is_nobody(string header) => Read(header).ShouldBeNull();

    [Fact]
    public void A_header_without_end_is_not_looked_at() => Read(new string('A', 100_000)).ShouldBeNull();

    private static ClientPrincipal? Read(string header) => ClientPrincipal.Read(header, Accounts.Tenant);

    private static object Claim(string type, string value) => new { typ = type, val = value };
}
