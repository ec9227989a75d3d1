using System.Text.Json;

namespace Husrum.Durable;

/// <summary>How inputs, results, events and custom status become text: JSON as the Durable Task SDK for .NET writes it.</summary>
public static class DataConverter
{
    // the SDK's defaults: public fields count, properties keep their names
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    /// <summary>The value as JSON; null stays null.</summary>
    public static string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>The value read as <paramref name="type"/>; null or empty text is the type's default.</summary>
    /// <exception cref="JsonException">The text is not JSON of that type.</exception>
    public static object? Deserialize(string? json, Type type) =>
        string.IsNullOrEmpty(json) ? DefaultOf(type) : JsonSerializer.Deserialize(json, type, Options);

    /// <inheritdoc cref="Deserialize(string?, Type)"/>
    public static T? Deserialize<T>(string? json) => string.IsNullOrEmpty(json) ? default : JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>An activity's input as its scheduling event carries it: an array of one.</summary>
    public static string SerializeActivityInput(object? input) => "[" + (Serialize(input) ?? "null") + "]";

    /// <summary>Reads an activity's input as its scheduling event carries it.</summary>
    /// <exception cref="JsonException">The text is not an array, or its first item is not of that type.</exception>
    public static object? DeserializeActivityInput(string? json, Type type)
    {
        if (string.IsNullOrEmpty(json))
            return DefaultOf(type);
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("An activity's input is carried as an array of one.");
        return document.RootElement.GetArrayLength() == 0 ? DefaultOf(type) : document.RootElement[0].Deserialize(type, Options);
    }

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
