using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Husrum.Durable.Protocol;

namespace Husrum.Core.Tests.Histories;

/// <summary>What an instance once did, generation by generation: a file of this folder, in the protocol's JSON, an event a line.</summary>
/// <param name="Orchestrator">The registered name, version included.</param>
/// <param name="Course">What happens in it, in words.</param>
/// <param name="InstanceId">The instance; its id is made from a seed.</param>
/// <param name="Home">The home it was recorded as of: the same course is another history where long timers are cut.</param>
/// <param name="Generations">Each run's events, from its start to its continue-as-new or end, or cut off while it waits.</param>
internal sealed record RecordedHistory(string Orchestrator, string Course, string InstanceId, string Home, IReadOnlyList<IReadOnlyList<HistoryEvent>> Generations)
{
    public const string Embedded = "embedded";

    public const string Azure = "azure";

    public string FileName => Home == Embedded ? $"{Orchestrator}.{Course}.json" : $"{Orchestrator}.{Course}.{Home}.json";

    /// <summary>What a home's executor does with long timers. In the Azure home the leg of a version never changes: this is a copy of what its histories were recorded with.</summary>
    public static TimeSpan? TimerLeg(string home) => home == Azure ? TimeSpan.FromDays(3) : null;

    public override string ToString() => FileName;

    public static RecordedHistory Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        return new RecordedHistory(
            root.GetProperty("orchestrator").GetString()!,
            root.GetProperty("course").GetString()!,
            root.GetProperty("instance").GetString()!,
            root.GetProperty("home").GetString()!,
            [.. root.GetProperty("generations").EnumerateArray().Select(generation => (IReadOnlyList<HistoryEvent>)[.. generation.EnumerateArray().Select(e => HistoryEvent.Parser.ParseJson(e.GetRawText()))])]);
    }

    public string ToJson()
    {
        var text = new StringBuilder()
            .Append("{\n  \"orchestrator\": \"").Append(Orchestrator)
            .Append("\",\n  \"course\": \"").Append(Course)
            .Append("\",\n  \"home\": \"").Append(Home)
            .Append("\",\n  \"instance\": \"").Append(InstanceId)
            .Append("\",\n  \"generations\": [");
        text.AppendJoin(",", Generations.Select(generation => "\n    [\n      " + string.Join(",\n      ", generation.Select(e => JsonFormatter.Default.Format(e))) + "\n    ]"));
        return text.Append("\n  ]\n}\n").ToString();
    }
}
