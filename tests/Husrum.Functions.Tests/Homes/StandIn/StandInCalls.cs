using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Husrum.StandIn;

/// <summary>Calls the handler as the Functions host does: chunked JSON, every value that is no object as JSON text inside a JSON string, the bodies of failures thrown away.</summary>
internal sealed class StandInCalls(Uri handler) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = handler };

    /// <summary>Called when half of a call has been sent to a function; a test kills the handler here.</summary>
    public Func<string, Task>? HalfWay { get; set; }

    /// <summary>Called before each call, and after one that failed: starts a handler again that has died.</summary>
    public Func<Task> KeepAliveAsync { get; set; } = () => Task.CompletedTask;

    /// <summary>What the durableClient binding hands over, once the host is up.</summary>
    public JsonObject? Client { get; set; }

    /// <summary>Text, as it goes into a call: a JSON string in which JSON text stands.</summary>
    public static JsonNode Text(string value) => JsonValue.Create(JsonSerializer.Serialize(value))!;

    /// <returns>The answer; null where the call failed, whatever the handler said about it.</returns>
    public async Task<JsonElement?> CallAsync(StandInFunction function, JsonNode trigger, params (string Key, JsonNode Value)[] metadata)
    {
        await KeepAliveAsync();
        var data = new JsonObject { [function.Binding] = trigger };
        if (function.Client is { } client && Client is not null)
            data[client] = Client.DeepClone();
        var about = new JsonObject { ["sys"] = new JsonObject { ["MethodName"] = function.Name, ["UtcNow"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture), ["RandGuid"] = Guid.NewGuid().ToString() } };
        foreach (var (key, value) in metadata.Where(m => !m.Key.EndsWith("trigger", StringComparison.OrdinalIgnoreCase)))
            about[key] = value;
        var answer = await PostAsync(function.Name, new JsonObject { ["Data"] = data, ["Metadata"] = about }.ToJsonString());
        if (answer is null)
            await KeepAliveAsync();
        return answer;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement?> PostAsync(string function, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = new Halves(Encoding.UTF8.GetBytes(body), () => HalfWay?.Invoke(function) ?? Task.CompletedTask) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    private sealed class Halves : HttpContent
    {
        private readonly byte[] _body;
        private readonly Func<Task> _between;

        public Halves(byte[] body, Func<Task> between)
        {
            (_body, _between) = (body, between);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2));
            await stream.FlushAsync();
            await _between();
            await stream.WriteAsync(_body.AsMemory(_body.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
