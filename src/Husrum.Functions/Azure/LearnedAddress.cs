using System.Net;
using System.Text.Json;
using Husrum.Durable.Remote;

namespace Husrum.Functions.Azure;

/// <summary>
/// Where the Durable extension is reached: from the configuration (<c>Husrum:TaskHub:Rpc</c>, <c>:Webhooks</c>, <c>:WebhookQuery</c>), or as the newest call with a
/// <c>durableClient</c> binding says. Kept in memory only, and never logged: the webhooks' query holds a key.
/// </summary>
internal sealed class LearnedAddress(IConfiguration configuration)
{
    private readonly TaskHubAddress? _configured = Configured(configuration.GetSection("Husrum:TaskHub"));
    private TaskHubAddress? _learned;

    /// <summary>The address; null as long as nobody has said so.</summary>
    public TaskHubAddress? Current => _configured ?? Volatile.Read(ref _learned);

    /// <summary>Takes the address out of a call's binding, where it has one.</summary>
    /// <exception cref="InvalidInvocationException">There is a binding, but no such address in it.</exception>
    public void Learn(Invocation call)
    {
        if (!call.Data.TryGetValue(FunctionFiles.ClientBinding, out var value) || value.ValueKind == JsonValueKind.Null)
            return;
        try
        {
            var binding = JsonSerializer.Deserialize<Binding>(Innermost(value), JsonSerializerOptions.Web);
            var rpc = Address(binding?.RpcBaseUrl);
            var webhooks = Address(binding?.HttpBaseUrl);
            if (rpc is null && webhooks is null)
                throw new InvalidInvocationException("The binding of the durable client names no address.");
            // the service without a key is the host's own on this machine, or it is not what it says
            if (rpc is not null && !(IPAddress.TryParse(rpc.Host, out var ip) ? IPAddress.IsLoopback(ip) : rpc.Host == "localhost"))
                throw new InvalidInvocationException("The durable client's RPC address is not on this machine.");
            Volatile.Write(ref _learned, new TaskHubAddress(rpc, webhooks, binding?.RequiredQueryStringParameters ?? ""));
        }
        catch (JsonException)
        {
            throw new InvalidInvocationException("The binding of the durable client is not the JSON it should be.");
        }
    }

    private static TaskHubAddress? Configured(IConfigurationSection section)
    {
        var (rpc, webhooks) = (Address(section["Rpc"]), Address(section["Webhooks"]));
        return rpc is null && webhooks is null ? null : new TaskHubAddress(rpc, webhooks, section["WebhookQuery"] ?? "");
    }

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    // an object, or text in which the object stands, however often it was wrapped
    private static string Innermost(JsonElement value)
    {
        var text = value.GetRawText();
        for (var layer = 0; layer < 3 && text.StartsWith('"'); layer++)
            text = JsonSerializer.Deserialize<string>(text) ?? "";
        return text;
    }

    private sealed record Binding(string? RpcBaseUrl, string? HttpBaseUrl, string? RequiredQueryStringParameters);
}
