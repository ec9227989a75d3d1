using System.Text.Json;
using System.Text.Json.Nodes;
using Husrum.Durable;

namespace Husrum.Functions.Azure;

/// <summary>What the Functions host reads of this program: <c>host.json</c> and a <c>function.json</c> for each function, made from what is registered.</summary>
internal static class FunctionFiles
{
    /// <summary>Binding of a history. Names that end in "trigger" would be dropped by the host.</summary>
    public const string OrchestrationBinding = "context";

    /// <summary>Binding of an activity's input.</summary>
    public const string ActivityBinding = "input";

    /// <summary>Binding of the timer.</summary>
    public const string TimerBinding = "timer";

    /// <summary>Binding that hands over where the Durable extension is reached.</summary>
    public const string ClientBinding = "client";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Paths, relative to the folder to deploy, and contents; <paramref name="isSelfContained"/> where the program needs no .NET of the machine. No orchestrator declares a <c>$return</c>: the host would decode its answer.</summary>
    public static IReadOnlyDictionary<string, string> Make(DurableTaskRegistry registry, bool isSelfContained = false)
    {
        _ = new FunctionNames(registry);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host.json"] = isSelfContained ? ByItself(HostFile()) : HostFile() };
        void Add(string function, params JsonObject[] bindings) =>
            files[$"{function}/function.json"] = new JsonObject { ["bindings"] = new JsonArray([.. bindings]) }.ToJsonString(Indented) + "\n";

        foreach (var name in registry.OrchestratorNames)
            Add(FunctionNames.Of(name), In("orchestrationTrigger", OrchestrationBinding));
        foreach (var name in registry.ActivityNames)
            Add(FunctionNames.Of(name), In("activityTrigger", ActivityBinding), In("durableClient", ClientBinding));
        // at each start of the host, too: so that this program learns the hub's address before the minute is full
        Add(FunctionNames.HousekeepingFunction, In("timerTrigger", TimerBinding, ("schedule", "0 * * * * *"), ("runOnStartup", true)), In("durableClient", ClientBinding));
        Add(
            FunctionNames.HttpFunction,
            In("httpTrigger", "request", ("authLevel", "anonymous"), ("methods", new JsonArray("get", "head", "post", "options")), ("route", "{*path}")),
            new JsonObject { ["type"] = "http", ["direction"] = "out", ["name"] = "response" });
        return files;
    }

    private static JsonObject In(string type, string name, params (string Key, JsonNode Value)[] more)
    {
        var binding = new JsonObject { ["type"] = type, ["direction"] = "in", ["name"] = name };
        foreach (var (key, value) in more)
            binding[key] = value;
        return binding;
    }

    // a program that brings its own .NET is started as what it is
    private static string ByItself(string hostFile)
    {
        var host = JsonNode.Parse(hostFile)!;
        host["customHandler"]!["description"] = new JsonObject { ["defaultExecutablePath"] = typeof(FunctionFiles).Assembly.GetName().Name };
        return host.ToJsonString(Indented) + "\n";
    }

    private static string HostFile()
    {
        using var file = new StreamReader(typeof(FunctionFiles).Assembly.GetManifestResourceStream("host.json")!);
        return file.ReadToEnd();
    }
}
