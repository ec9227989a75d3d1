using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Husrum.Durable.Client;

namespace Husrum.Durable.Remote;

/// <summary>The extension's HTTP management API below <c>/runtime/webhooks/durabletask</c>. The key travels in the query: these addresses are never logged.</summary>
/// <param name="http">The client.</param>
/// <param name="address">The API's base address.</param>
/// <param name="query">Required query parameters, such as the system key.</param>
internal sealed class WebhookTransport(HttpClient http, Uri address, string query) : ITaskHubTransport
{
    public async Task StartAsync(string orchestrator, string instanceId, string? input, string? version, DateTimeOffset? startAt, CancellationToken cancellation)
    {
        if (startAt is not null)
            throw new NotSupportedException("The webhooks cannot start an instance at a later time.");
        using var answer = await SendAsync(HttpMethod.Post, $"orchestrators/{Escape(orchestrator)}/{Escape(instanceId)}", "", input ?? "null", cancellation);
        Require(answer, "start");
    }

    public Task<bool> RaiseEventAsync(string instanceId, string eventName, string? payload, CancellationToken cancellation) =>
        SayAsync($"instances/{Escape(instanceId)}/raiseEvent/{Escape(eventName)}", "", payload ?? "null", cancellation);

    public async Task<OrchestrationMetadata?> GetAsync(string instanceId, bool inputsAndOutputs, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"instances/{Escape(instanceId)}", $"showInput={(inputsAndOutputs ? "true" : "false")}&returnInternalServerErrorOnFailure=false", null, cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        Require(answer, "get");
        return await ReadAsync(answer, "get", Read, cancellation);
    }

    public async Task<(IReadOnlyList<OrchestrationMetadata> Instances, string? Next)> QueryAsync(OrchestrationQuery query, string? from, CancellationToken cancellation)
    {
        var asked = new StringBuilder().Append(CultureInfo.InvariantCulture, $"top={query.PageSize}&showInput={(query.FetchInputsAndOutputs ? "true" : "false")}");
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
            asked.Append("&instanceIdPrefix=").Append(Escape(prefix));
        if (query.CreatedFrom is { } after)
            asked.Append("&createdTimeFrom=").Append(Escape(after.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
        if (query.CreatedTo is { } before)
            asked.Append("&createdTimeTo=").Append(Escape(before.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
        if (query.Statuses is { Count: > 0 } statuses)
            asked.Append("&runtimeStatus=").AppendJoin(',', statuses);
        using var answer = await SendAsync(HttpMethod.Get, "instances", asked.ToString(), null, cancellation, from);
        Require(answer, "query");
        var next = answer.Headers.TryGetValues("x-ms-continuation-token", out var tokens) ? tokens.FirstOrDefault() : null;
        return (await ReadAsync(answer, "query", json => json.EnumerateArray().Select(Read).ToList(), cancellation), string.IsNullOrEmpty(next) ? null : next);
    }

    public Task TerminateAsync(string instanceId, string? output, CancellationToken cancellation) =>
        SayAsync($"instances/{Escape(instanceId)}/terminate", "reason=" + Escape(output ?? ""), null, cancellation);

    public Task SuspendAsync(string instanceId, string? reason, CancellationToken cancellation) =>
        SayAsync($"instances/{Escape(instanceId)}/suspend", "reason=" + Escape(reason ?? ""), null, cancellation);

    public Task ResumeAsync(string instanceId, string? reason, CancellationToken cancellation) =>
        SayAsync($"instances/{Escape(instanceId)}/resume", "reason=" + Escape(reason ?? ""), null, cancellation);

    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Delete, $"instances/{Escape(instanceId)}", "", null, cancellation);
        // not there, or not ended
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed)
            return false;
        Require(answer, "purge");
        return true;
    }

    // 404 unknown, 410 ended: without effect, as in the embedded hub
    private async Task<bool> SayAsync(string path, string parameters, string? body, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, parameters, body, cancellation);
        if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone))
            Require(answer, path.Split('/')[2]);
        return answer.StatusCode != HttpStatusCode.NotFound;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string parameters, string? body, CancellationToken cancellation, string? from = null)
    {
        var whole = string.Join('&', new[] { parameters, query }.Where(p => p.Length > 0));
        using var request = new HttpRequestMessage(method, new Uri($"{address.ToString().TrimEnd('/')}/{path}?{whole}"));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (from is not null)
            request.Headers.Add("x-ms-continuation-token", from);
        return await RemoteHttp.SendAsync(http, request, method.Method, cancellation);
    }

    private static void Require(HttpResponseMessage answer, string what)
    {
        if (answer.IsSuccessStatusCode)
            return;
        var status = (int)answer.StatusCode switch
        {
            409 => RpcStatus.AlreadyExists,
            429 or 502 or 503 or 504 => RpcStatus.Unavailable,
            400 => RpcStatus.InvalidArgument,
            _ => RpcStatus.Unknown,
        };
        throw new RpcException(status, $"{what}: HTTP {(int)answer.StatusCode}");
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, string what, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new RpcException(RpcStatus.Internal, $"{what}: the answer is not what was expected");
        }
    }

    private static OrchestrationMetadata Read(JsonElement e) => new(
        e.GetProperty("name").GetString()!,
        e.GetProperty("instanceId").GetString()!,
        Enum.Parse<OrchestrationRuntimeStatus>(e.GetProperty("runtimeStatus").GetString()!),
        e.GetProperty("createdTime").GetDateTimeOffset(),
        e.GetProperty("lastUpdatedTime").GetDateTimeOffset())
    {
        SerializedInput = Json(e, "input"),
        SerializedOutput = Json(e, "output"),
        SerializedCustomStatus = Json(e, "customStatus"),
    };

    private static string? Json(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value.GetRawText() : null;

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
