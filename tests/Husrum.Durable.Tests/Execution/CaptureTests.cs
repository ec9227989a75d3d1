using System.Text.Json;
using Husrum.Durable.Protocol;

namespace Husrum.Durable.Tests.Execution;

/// <summary>The same answers as the official executor gave to a running Functions host, message for message.</summary>
public sealed class CaptureTests
{
    // the SDK's default, which was in force when the episodes were captured
    private static readonly OrchestrationExecutorOptions Legs = new() { MaximumTimerInterval = TimeSpan.FromDays(3) };

    public static TheoryData<string> Names => [.. Captured.Value.Select(episode => episode.Name)];

    private static Lazy<IReadOnlyList<Episode>> Captured { get; } = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Execution", "Captures", "episodes.jsonl")).Select(Episode.Parse)]);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_the_official_one(string name)
    {
        var episode = Captured.Value.Single(e => e.Name == name);

        var answer = new OrchestrationExecutor(CaptureOrchestrators.Registry(), null, Legs).Execute(episode.Request);

        Comparable(answer).ShouldBe(Comparable(episode.Response));
    }

    [Fact]
    public void An_execution_that_stays_in_memory_answers_the_same()
    {
        foreach (var instance in Captured.Value.GroupBy(e => e.Request.InstanceId))
        {
            OrchestrationExecution? live = null;
            foreach (var episode in instance.OrderBy(e => e.Number))
            {
                // continue-as-new begins again, with an empty history
                if (live is null || episode.Request.PastEvents.Count == 0)
                    live = new OrchestrationExecution(CaptureOrchestrators.Registry(), instance.Key, null, Legs);
                Comparable(live.RunEpisode(episode.Request.NewEvents)).ShouldBe(Comparable(episode.Response), episode.Name);
            }
        }
    }

    [Fact]
    public void Every_history_fits_the_code_to_its_end()
    {
        var executor = new OrchestrationExecutor(CaptureOrchestrators.Registry(), null, Legs);
        foreach (var episode in Captured.Value)
            executor.Verify(episode.Request.InstanceId, episode.Request.PastEvents);
    }

    [Fact]
    public void The_captures_are_all_there() => Captured.Value.Count.ShouldBe(27);

    // Two things differ by intent: our exception has its own namespace, and stacks name places in code.
    private static OrchestratorResponse Comparable(OrchestratorResponse response)
    {
        var comparable = new OrchestratorResponse { InstanceId = response.InstanceId, CustomStatus = response.CustomStatus, Actions = { response.Actions.Select(action => action.Clone()) } };
        foreach (var action in comparable.Actions)
        {
            for (var failure = action.CompleteOrchestration?.FailureDetails; failure is not null; failure = failure.InnerFailure)
            {
                failure.StackTrace = null;
                failure.ErrorType = failure.ErrorType.Replace("Microsoft.DurableTask.", "Husrum.Durable.", StringComparison.Ordinal);
            }
        }

        return comparable;
    }

    private sealed record Episode(int Number, string Name, OrchestratorRequest Request, OrchestratorResponse Response)
    {
        public static Episode Parse(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var number = root.GetProperty("episode").GetInt32();
            return new Episode(
                number,
                $"{root.GetProperty("function").GetString()} {root.GetProperty("instance").GetString()} {number}",
                OrchestratorRequest.Parser.ParseFrom(root.GetProperty("request").GetBytesFromBase64()),
                OrchestratorResponse.Parser.ParseFrom(root.GetProperty("response").GetBytesFromBase64()));
        }
    }
}
