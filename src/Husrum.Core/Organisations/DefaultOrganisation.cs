using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Husrum.Core.Organisations;

/// <summary>The organisation that a first start writes down, to be edited: HUSRUM's departments (seed 001_e73704ec3ca2997b lists the seven) with invented mailboxes.</summary>
public static class DefaultOrganisation
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The organisation.</summary>
    public static Organisation Value { get; } = new()
    {
        Id = "husrum",
        Name = "HUSRUM",
        Languages = ["da", "en"],
        Senders = new Senders("noreply@husrum.example", "HUSRUM", "HUSRUM"),
        Mailbox = "kontakt@husrum.example",
        Departments = [.. new[] { "Aarhus", "Horsens", "Silkeborg", "Viborg", "Randers", "Esbjerg", "Skanderborg" }.Select(Department)],
        Limits = new Limits(2_000), // the limit is the organisation's own; the seeds name none
        Volunteering = DefaultVolunteering.Value,
    };

    /// <summary>The text of <c>organisation.json</c> for an organisation.</summary>
    public static string Write(Organisation organisation) => JsonSerializer.Serialize(organisation, Written) + "\n";

    private static Department Department(string city) => new(city.ToLowerInvariant(), city, $"{city.ToLowerInvariant()}@husrum.example");
}
