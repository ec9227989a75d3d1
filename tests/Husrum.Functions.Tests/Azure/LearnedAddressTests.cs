using System.Text;
using Husrum.Functions.Azure;
using Microsoft.Extensions.Configuration;

namespace Husrum.Functions.Tests.Azure;

public sealed class LearnedAddressTests
{
    private const string Object = """{"taskHubName":"husrum","requiredQueryStringParameters":"code=secret","rpcBaseUrl":"http://127.0.0.1:4001","httpBaseUrl":"https://app.example/runtime/webhooks/durabletask"}""";

    public static TheoryData<string> Wrapped => [Object, Text(Object), Text(Text(Object))];

    [Theory]
    [MemberData(nameof(Wrapped))]
    public async Task The_binding_is_read_as_an_object_or_as_text_within_text(string json)
    {
        var address = Address();
        address.Current.ShouldBeNull();
        address.Learn(await CallAsync(json));
        address.Current!.Rpc.ShouldBe(new Uri("http://127.0.0.1:4001"));
        address.Current.Webhooks.ShouldBe(new Uri("https://app.example/runtime/webhooks/durabletask"));
        address.Current.WebhookQuery.ShouldBe("code=secret");
    }

    [Theory]
    [InlineData("""{"rpcBaseUrl":"http://198.51.100.7:4001"}""")] // somebody else's machine
    [InlineData("""{"rpcBaseUrl":"file:///etc/passwd"}""")]
    [InlineData("""{"taskHubName":"husrum"}""")]
    [InlineData("[1]")]
    [InlineData("\"no JSON\"")]
    [InlineData("7")]
    public async Task What_names_no_hub_on_this_machine_is_refused_and_what_was_known_stays(string json)
    {
        var address = Address();
        address.Learn(await CallAsync(Object));
        var call = await CallAsync(json);
        Should.Throw<InvalidInvocationException>(() => address.Learn(call)).Message.ShouldNotContain("198.51");
        address.Current!.Rpc.ShouldBe(new Uri("http://127.0.0.1:4001"));
    }

    [Fact]
    public async Task A_call_without_the_binding_teaches_nothing()
    {
        var address = Address();
        address.Learn(await CallAsync("null"));
        address.Current.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_configured_counts_before_what_is_learned()
    {
        var address = Address(("Husrum:TaskHub:Rpc", "http://127.0.0.1:5005"));
        address.Learn(await CallAsync(Object));
        address.Current!.Rpc.ShouldBe(new Uri("http://127.0.0.1:5005"));
        address.Current.Webhooks.ShouldBeNull();
    }

    private static LearnedAddress Address(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());

    private static string Text(string json) => System.Text.Json.JsonSerializer.Serialize(json);

    private static async Task<Invocation> CallAsync(string client)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($$$"""{"Data":{"client":{{{client}}}},"Metadata":{}}"""));
        return await Invocation.ReadAsync(body, TestContext.Current.CancellationToken);
    }
}
