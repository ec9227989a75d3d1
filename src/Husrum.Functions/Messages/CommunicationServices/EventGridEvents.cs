using System.Text.Json;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>What Event Grid brings: events in its own schema or as CloudEvents, one or many a request.</summary>
/// <param name="Type">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Data">The rest.</param>
internal sealed record EventGridEvent(string Type, DateTimeOffset At, JsonElement Data)
{
    /// <summary>Asks whether the address is ours; answered with its code.</summary>
    public const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";

    /// <summary>The events in a request's body.</summary>
    /// <exception cref="JsonException">It is no such body.</exception>
    public static IReadOnlyList<EventGridEvent> Read(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Array => [.. body.EnumerateArray().Select(One)],
        JsonValueKind.Object => [One(body)],
        _ => throw new JsonException("No events."),
    };

    /// <summary>A text of an object, whatever the case of its name: the documents themselves write some both ways.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals(name) || property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
        }

        return null;
    }

    /// <summary>A moment of an object, UTC.</summary>
    public static DateTimeOffset? Moment(JsonElement element, string name) =>
        DateTimeOffset.TryParse(Text(element, name), null, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;

    private static EventGridEvent One(JsonElement element) => new(
        Text(element, "eventType") ?? Text(element, "type") ?? throw new JsonException("An event without a type."),
        Moment(element, "eventTime") ?? Moment(element, "time") ?? DateTimeOffset.MinValue,
        element.TryGetProperty("data", out var data) ? data : default);
}
