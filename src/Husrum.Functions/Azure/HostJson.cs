using System.Text.Json;

namespace Husrum.Functions.Azure;

/// <summary>JSON as the host spells it: names as written.</summary>
internal static class HostJson
{
    public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = null };
}
