using System.Text.Json;

namespace Husrum.Functions.Azure;

/// <summary>JSON as the host spells it: names as written.</summary>
internal static class HostJson
{
    public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = null };

    /// <summary>The answer to a call: a value, and lines for the host's log.</summary>
    public static IResult Answer(object? value, IEnumerable<string>? logs = null) =>
        Results.Json(new { Outputs = new { }, Logs = (logs ?? []).ToArray(), ReturnValue = value }, Options);
}
