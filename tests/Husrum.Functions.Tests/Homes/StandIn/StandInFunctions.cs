using System.Text.Json;
using System.Text.RegularExpressions;

namespace Husrum.StandIn;

/// <summary>A function as its function.json declares it.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Trigger">The trigger's type.</param>
/// <param name="Binding">The trigger's name in a call.</param>
/// <param name="Client">Name of its durableClient binding, or null.</param>
/// <param name="Methods">What an httpTrigger takes.</param>
internal sealed record StandInFunction(string Name, string Trigger, string Binding, string? Client, IReadOnlyList<string> Methods);

/// <summary>The functions of an app, read with the host's strictness.</summary>
internal sealed partial class StandInFunctions
{
    private readonly Dictionary<string, StandInFunction> _all = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="files">Contents of the function.json files by function name.</param>
    public StandInFunctions(IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (name, json) in files)
            _all.Add(name, Read(name, json));
    }

    public IReadOnlyCollection<StandInFunction> All => _all.Values;

    public static StandInFunctions OfFolder(string folder) => new(
        from file in Directory.GetFiles(folder, "function.json", SearchOption.AllDirectories)
        select KeyValuePair.Create(Path.GetFileName(Path.GetDirectoryName(file)!), File.ReadAllText(file)));

    /// <summary>The function of that name and kind, or null.</summary>
    public StandInFunction? Find(string name, string trigger) => _all.TryGetValue(name, out var found) && found.Trigger == trigger ? found : null;

    public StandInFunction Only(string trigger) => _all.Values.Single(function => function.Trigger == trigger);

    private static StandInFunction Read(string name, string json)
    {
        NameRule().IsMatch(name).ShouldBeTrue($"the host refuses a function named '{name}'");
        name.ToUpperInvariant().ShouldNotBe("HOST");
        using var document = JsonDocument.Parse(json);
        var bindings = document.RootElement.GetProperty("bindings").EnumerateArray().ToList();
        string Word(JsonElement binding, string key) => binding.TryGetProperty(key, out var value) ? value.GetString()! : "";
        var trigger = bindings.Single(binding => Word(binding, "type").EndsWith("Trigger", StringComparison.Ordinal));
        Word(trigger, "direction").ShouldBe("in");
        foreach (var binding in bindings.Select(binding => Word(binding, "name")))
        {
            binding.ShouldNotBeEmpty();
            binding.EndsWith("trigger", StringComparison.OrdinalIgnoreCase).ShouldBeFalse("what a binding of such a name holds is dropped");
            binding.ShouldNotBe("$return", "an orchestrator's answer would be decoded");
        }

        var client = bindings.FirstOrDefault(binding => Word(binding, "type") == "durableClient");
        var methods = trigger.TryGetProperty("methods", out var list) ? list.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant()).ToList() : [];
        if (Word(trigger, "type") == "httpTrigger")
            bindings.Select(binding => Word(binding, "type")).Order().ShouldBe(["http", "httpTrigger"]); // only a function with these two is forwarded
        return new StandInFunction(name, Word(trigger, "type"), Word(trigger, "name"), client.ValueKind == JsonValueKind.Object ? Word(client, "name") : null, methods);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex NameRule();
}
