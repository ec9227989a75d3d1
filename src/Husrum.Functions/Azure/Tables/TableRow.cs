using System.Text.Json;
using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>A row as it is in the table: a record's kind, version and JSON, and whose write it is of.</summary>
/// <param name="Key">Its row key.</param>
/// <param name="Record">Its contents; a kind that begins with ~ is the register's own.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Write">The write that touched it last; look-up rows only.</param>
/// <param name="Made">The write that inserted it or filled it; look-up rows only.</param>
internal sealed record TableRow(string Key, EncodedRecord Record, string ETag = "", string? Write = null, string? Made = null)
{
    // a property holds 64 KiB, two bytes a character
    private const int ChunkLength = 32_000;

    public bool IsOwn => Record.Kind.StartsWith('~');

    /// <summary>The entity's JSON.</summary>
    public byte[] ToEntity(string partition)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = RegisterJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", partition);
            json.WriteString("RowKey", Key);
            json.WriteString("Kind", Record.Kind);
            json.WriteNumber("Version", Record.Version);
            if (Write is not null)
                json.WriteString(nameof(Write), Write);
            if (Made is not null)
                json.WriteString(nameof(Made), Made);
            var number = 0;
            foreach (var chunk in Chunks(Record.Body))
                json.WriteString(Name(number++), chunk);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static TableRow Read(JsonElement entity) => new(
        entity.GetProperty("RowKey").GetString()!,
        new EncodedRecord(Text(entity, "Kind") ?? "", entity.TryGetProperty("Version", out var version) ? version.GetInt32() : 0, BodyOf(entity)),
        Text(entity, "odata.etag") ?? "",
        Text(entity, nameof(Write)),
        Text(entity, nameof(Made)));

    private static string? Text(JsonElement entity, string name) => entity.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string BodyOf(JsonElement entity)
    {
        var body = Text(entity, Name(0)) ?? "";
        for (var number = 1; Text(entity, Name(number)) is { } more; number++)
            body += more;
        return body;
    }

    private static string Name(int number) => number == 0 ? "Body" : $"Body{number}";

    // never through the middle of a character
    private static IEnumerable<string> Chunks(string body)
    {
        for (var at = 0; at < body.Length;)
        {
            var length = Math.Min(ChunkLength, body.Length - at);
            if (at + length < body.Length && char.IsHighSurrogate(body[at + length - 1]))
                length--;
            yield return body.Substring(at, length);
            at += length;
        }
    }
}
