using System.Text.Json;

namespace Husrum.Functions.Azure;

/// <summary>A call of the Functions host: <c>{"Data":{…},"Metadata":{…}}</c>.</summary>
/// <param name="Data">The trigger's and the inputs' values, by binding name.</param>
/// <param name="Metadata">What the host says of the call.</param>
internal sealed record Invocation(IReadOnlyDictionary<string, JsonElement> Data, IReadOnlyDictionary<string, JsonElement> Metadata)
{
    /// <exception cref="InvalidInvocationException">The body is not such a call; the message says why and quotes nothing of it.</exception>
    public static async Task<Invocation> ReadAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            var json = await JsonSerializer.DeserializeAsync<Dictionary<string, Dictionary<string, JsonElement>>>(body, cancellationToken: cancellation);
            return json?.GetValueOrDefault("Data") is { } data
                ? new Invocation(data, json.GetValueOrDefault("Metadata") ?? [])
                : throw new InvalidInvocationException("The body holds no 'Data' object.");
        }
        catch (JsonException e)
        {
            throw new InvalidInvocationException($"The body is not the JSON of a host's call (byte {e.BytePositionInLine}).");
        }
    }

    /// <summary>A value that may be text within text: the host writes every value that is no object as JSON inside a JSON string.</summary>
    /// <exception cref="InvalidInvocationException">There is no such value.</exception>
    public string Json(string name) => Data.TryGetValue(name, out var value) ? Unwrap(value) : throw new InvalidInvocationException($"The call holds no value '{name}'.");

    /// <summary>A value that is text once both layers of encoding are off.</summary>
    /// <exception cref="InvalidInvocationException">There is no such value, or it is no text.</exception>
    public string Text(string name)
    {
        var json = Json(name);
        try
        {
            return JsonSerializer.Deserialize<string>(json) ?? throw new InvalidInvocationException($"The value '{name}' is null.");
        }
        catch (JsonException)
        {
            throw new InvalidInvocationException($"The value '{name}' is no text inside text.");
        }
    }

    /// <summary>A metadata value that is text, or empty.</summary>
    public string MetadataText(string name)
    {
        if (!Metadata.TryGetValue(name, out var value))
            return "";
        var json = Unwrap(value);
        return json.StartsWith('"') ? JsonSerializer.Deserialize<string>(json) ?? "" : json;
    }

    private static string Unwrap(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}

/// <summary>The host's call could not be read. The message quotes nothing of the call.</summary>
internal sealed class InvalidInvocationException(string message) : Exception(message);
