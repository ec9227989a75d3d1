using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Husrum.Functions.Api;

/// <summary>What the forms hold, for the API's description.</summary>
internal static partial class FormSchemas
{
    /// <summary>An application to volunteer.</summary>
    public static OpenApiSchema Application() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "department", "name", "email", "functions" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["department"] = Text("The department's id.", "aarhus"),
            ["name"] = Text("The applicant's name.", "Mette Holm"),
            ["email"] = Text("The applicant's e-mail address.", "mette.holm@mail.example"),
            ["phone"] = Text("Phone number; may be left out."),
            ["functions"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text("A function's id.", "gruppeleder"), Description = "What the applicant would like to be; repeat the field for more than one." },
            ["birthDate"] = Text("Date of birth, ISO 8601; only where a function has an age limit. Never a CPR number.", "1990-05-31"),
            ["languages"] = Text("Languages the applicant speaks; may be left out."),
            ["heardFrom"] = Text("How they heard of it; may be left out."),
            ["motivation"] = Text("Why they would like to; may be left out."),
            ["language"] = Language(),
        },
    };

    /// <summary>The language of what people are written.</summary>
    public static OpenApiSchema Language() => new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create("da"), JsonValue.Create("en")], Default = JsonValue.Create("da") };

    /// <summary>A text.</summary>
    public static OpenApiSchema Text(string? description = null, string? example = null) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Examples = example is null ? null : [JsonValue.Create(example)],
    };
}
