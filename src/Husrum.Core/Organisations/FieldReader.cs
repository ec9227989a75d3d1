using System.Text.Json;
using System.Text.Json.Nodes;

namespace Husrum.Core.Organisations;

/// <summary>Reads the fields of one object, noting what is missing, wrong or unknown.</summary>
internal sealed class FieldReader(JsonObject source, string path, List<string>? problems = null)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "$schema" };

    public List<string> Problems { get; } = problems ?? [];

    public string Text(string name, Pattern pattern) => OneText(Take(name), path + name, pattern);

    public IReadOnlyList<string> Texts(string name, Pattern pattern)
    {
        if (Take(name) is JsonArray { Count: > 0 } list)
            return [.. list.Select((item, i) => OneText(item, $"{path}{name}[{i}]", pattern))];
        Problems.Add($"{path}{name}: a list of at least one is needed.");
        return [];
    }

    public int Number(string name, int least, int most)
    {
        if (Take(name) is JsonValue value && value.TryGetValue<int>(out var number) && number >= least && number <= most)
            return number;
        Problems.Add($"{path}{name}: a whole number from {least} to {most} is needed.");
        return least;
    }

    public int Number(string name, int least, int most, int otherwise) => source[name] is null ? Known(name, otherwise) : Number(name, least, most);

    public string TextOr(string name, Pattern pattern, string otherwise) => source[name] is null ? Known(name, otherwise) : Text(name, pattern);

    public IReadOnlyList<string> TextsOrNone(string name, Pattern pattern) => source[name] is null or JsonArray { Count: 0 } ? Known<IReadOnlyList<string>>(name, []) : Texts(name, pattern);

    public bool YesOrNo(string name, bool otherwise)
    {
        var node = Take(name);
        if (node is null)
            return otherwise;
        if (node is JsonValue value && value.TryGetValue<bool>(out var answer))
            return answer;
        Problems.Add($"{path}{name}: true or false is needed.");
        return otherwise;
    }

    public T Object<T>(string name, Func<FieldReader, T> read) => OneObject(Take(name), path + name, read)!;

    public T? Optional<T>(string name, Func<FieldReader, T> read)
        where T : class =>
        Take(name) is { } node ? OneObject(node, path + name, read) : null;

    public IReadOnlyList<T> List<T>(string name, int atLeast, Func<FieldReader, T> read)
        where T : class
    {
        var node = Take(name);
        if (node is null && atLeast == 0)
            return [];
        if (node is JsonArray list && list.Count >= atLeast)
            return [.. list.Select((item, i) => OneObject(item, $"{path}{name}[{i}]", read)!)];
        Problems.Add($"{path}{name}: a list{(atLeast > 0 ? $" of at least {atLeast}" : "")} is needed.");
        return [];
    }

    /// <summary>Notes the fields nobody asked for: most are slips of the pen.</summary>
    public void Finish()
    {
        foreach (var name in source.Select(field => field.Key).Where(name => !_known.Contains(name)))
            Problems.Add($"{path}{name}: is not a field here. Known are: {string.Join(", ", _known.Where(k => k[0] != '$'))}.");
    }

    private T Known<T>(string name, T value)
    {
        _known.Add(name);
        return value;
    }

    private JsonNode? Take(string name)
    {
        _known.Add(name);
        return source[name];
    }

    private string OneText(JsonNode? node, string at, Pattern pattern)
    {
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String && pattern.Fits(value.GetValue<string>()))
            return value.GetValue<string>();
        Problems.Add($"{at}: {(node is null ? "is missing; " : "")}{pattern.Needed} is needed.");
        return "";
    }

    private T? OneObject<T>(JsonNode? node, string at, Func<FieldReader, T> read)
    {
        if (node is not JsonObject found)
        {
            Problems.Add($"{at}: {(node is null ? "is missing; " : "")}an object is needed.");
            return default;
        }

        var reader = new FieldReader(found, at + ".", Problems);
        var result = read(reader);
        reader.Finish();
        return result;
    }
}
