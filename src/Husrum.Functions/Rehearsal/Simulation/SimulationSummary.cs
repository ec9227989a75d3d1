using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Husrum.Core.Reconciliation;
using Husrum.Durable.Client;
using Husrum.Functions.Reconciliation;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>What came of a simulation. The same seed gives the same, to the byte: nothing in it is of this machine or this moment.</summary>
internal sealed record SimulationSummary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required int Seed { get; init; }

    public required int Days { get; init; }

    public required bool Faults { get; init; }

    /// <summary>Where the clock stood at its end, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often the program was killed and opened again.</summary>
    public required int Kills { get; init; }

    /// <summary>What people did.</summary>
    public required long Doings { get; init; }

    /// <summary>Events in the histories: a figure of the machine, as a kill may strike before or after one is counted.</summary>
    [JsonIgnore]
    public long Events { get; init; }

    /// <summary>Messages that reached somebody, by the post's own count.</summary>
    public required long Reached { get; init; }

    /// <summary>Keys of messages that reached somebody twice, by the post's own count.</summary>
    public required IReadOnlyList<string> ReachedTwice { get; init; }

    /// <summary>What went wrong at the post.</summary>
    public required IReadOnlyDictionary<string, int> Post { get; init; }

    /// <summary>Runs by process, state and how far the case is: "FamilyCourse_1 Completed Closed".</summary>
    public required IReadOnlyDictionary<string, int> Instances { get; init; }

    /// <summary>Messages by process, reckoned up.</summary>
    public required IReadOnlyList<ProcessBalance> Processes { get; init; }

    /// <summary>All together.</summary>
    public required ProcessBalance All { get; init; }

    /// <summary>What does not balance.</summary>
    public required IReadOnlyList<Imbalance> Imbalances { get; init; }

    /// <summary>Messages that are not sent or delivered and why, as their rows have it: "dropped: too late". One message may be several rows, one for each way it was tried.</summary>
    public required IReadOnlyDictionary<string, int> Undelivered { get; init; }

    /// <summary>Questions that the invented people could not answer.</summary>
    public required IReadOnlyDictionary<string, int> Unanswerable { get; init; }

    /// <summary>Of everything that was sent, when and to whom.</summary>
    public required string Digest { get; init; }

    /// <summary>True where nothing is lost, doubled, mistimed or stuck, from either side.</summary>
    [JsonIgnore]
    public bool Balances => Imbalances.Count == 0 && ReachedTwice.Count == 0;

    public string AsJson() => JsonSerializer.Serialize(this, Json) + "\n";

    public static async Task<SimulationSummary> OfAsync(Stage stage, ReconciliationReport report, SimulationOptions options, Crowd crowd, SimulatedPost post, int kills, long events, CancellationToken cancellation)
    {
        var instances = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var run in stage.Hub.GetAllInstancesAsync(new OrchestrationQuery(), cancellation))
        {
            var name = $"{run.Name} {run.RuntimeStatus} {run.SerializedCustomStatus?.Trim('"')}{(run.ParkedReason is null ? "" : " parked")}".TrimEnd();
            instances[name] = instances.GetValueOrDefault(name) + 1;
        }

        return new SimulationSummary
        {
            Seed = options.Seed,
            Days = options.Days,
            Faults = options.Faults,
            At = report.At,
            Kills = kills,
            Doings = crowd.Done,
            Events = events,
            Reached = post.Reached,
            ReachedTwice = [.. post.Twice.Order(StringComparer.Ordinal)],
            Post = post.Faults,
            Instances = instances,
            Processes = report.Processes,
            All = BalanceSheet.Sum(report.Processes),
            Imbalances = report.Imbalances,
            Undelivered = new SortedDictionary<string, int>(stage.Tally("notice", "state", "reason").Where(row => row.One is not ("sent" or "delivered")).ToDictionary(row => row.Other.Length == 0 ? row.One : $"{row.One}: {row.Other}", row => row.Count), StringComparer.Ordinal),
            Unanswerable = crowd.Refused,
            Digest = post.Digest,
        };
    }
}
