using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Husrum.Core.Register;

/// <summary>Records as JSON: camelCase names, enums as words, no nulls. A <see cref="JsonObject"/> may be read of any kind, for jobs that treat rows alike (export, erasure).</summary>
/// <param name="upcasters">Bring old versions up.</param>
public sealed class RegisterJson(Upcasters upcasters)
{
    /// <summary>How records are written.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    private static readonly ConcurrentDictionary<Type, RegisterRecordAttribute> Kinds = new();

    /// <summary>The largest a row's body may be, in characters: a row of Azure Tables holds 1 MiB, and counts two bytes a character.</summary>
    public const int LargestRow = 450_000;

    /// <summary>The most the bodies of a batch may be together, and those of its index rows, in characters: Azure Tables takes 4 MiB at once, written as JSON.</summary>
    public const int LargestBatch = 1_000_000;

    /// <summary>The record as a row's body, with its kind and version.</summary>
    /// <exception cref="RegisterException">Its class is not marked as a register record, or it is larger than a row may be.</exception>
    public static EncodedRecord Encode(object record)
    {
        var kind = KindOf(record.GetType());
        var body = JsonSerializer.Serialize(record, record.GetType(), Options);
        return body.Length <= LargestRow
            ? new EncodedRecord(kind.Kind, kind.Version, body)
            : throw new RegisterException($"A record of kind '{kind.Kind}' has {body.Length} characters; a row holds {LargestRow}.");
    }

    /// <summary>The records of a batch; null stays null.</summary>
    /// <exception cref="RegisterException">As <see cref="Encode"/>, or together they are larger than a batch may be.</exception>
    public static EncodedRecord?[] EncodeAll(IEnumerable<object?> records)
    {
        EncodedRecord?[] encoded = [.. records.Select(record => record is null ? null : Encode(record))];
        var length = encoded.Sum(record => record?.Body.Length ?? 0);
        return length <= LargestBatch ? encoded : throw new RegisterException($"The records of a batch have {length} characters; a batch holds {LargestBatch}.");
    }

    /// <summary>The record in a row.</summary>
    /// <exception cref="RegisterException">The row holds another kind, a newer version, or something unreadable.</exception>
    public T Decode<T>(EncodedRecord row)
        where T : class
    {
        try
        {
            if (typeof(T) == typeof(JsonObject))
                return (T)(object)JsonNode.Parse(row.Body)!.AsObject();
            var kind = KindOf(typeof(T));
            if (kind.Kind != row.Kind)
                throw new RegisterException($"The row holds '{row.Kind}', not '{kind.Kind}'.");
            if (kind.Version == row.Version)
                return JsonSerializer.Deserialize<T>(row.Body, Options)!;
            return upcasters.Raise(row.Kind, row.Version, kind.Version, JsonNode.Parse(row.Body)!.AsObject()).Deserialize<T>(Options)!;
        }
        catch (JsonException)
        {
            // the reader's own message can repeat contents
            throw new RegisterException($"A row of kind '{row.Kind}', version {row.Version}, cannot be read.");
        }
    }

    private static RegisterRecordAttribute KindOf(Type type) => Kinds.GetOrAdd(type, static t =>
        t.GetCustomAttribute<RegisterRecordAttribute>() ?? throw new RegisterException($"{t.Name} is not marked as a register record."));

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people in the file, never put into a page
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>A row's contents.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Version">Its schema version.</param>
/// <param name="Body">JSON.</param>
public sealed record EncodedRecord(string Kind, int Version, string Body);
