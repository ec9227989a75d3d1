using System.Net;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;
using Husrum.Durable;

namespace Husrum.Functions.Tests.Azure;

public sealed class CustomHandlerTests
{
    private static readonly DurableTaskRegistry Registry = new DurableTaskRegistry()
        .AddOrchestratorFunc<string, string>("Greet_1", (c, name) => c.CallActivityAsync<string>("SayHello", name))
        .AddActivityFunc<string, string>("SayHello", (c, name) => name == "boom" ? throw new InvalidOperationException("Asta Invented") : Task.FromResult($"Hello {name} from {c.InstanceId}"));

    [Fact]
    public async Task An_episode_comes_as_history_and_goes_as_actions()
    {
        await using var handler = await HandlerUnderTest.StartAsync(Registry);
        var answer = await handler.OrchestrateAsync("Greet_1", Episode("Greet_1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var action = (await HandlerUnderTest.ResponseAsync(answer)).Actions.ShouldHaveSingleItem();
        action.ScheduleTask.Name.ShouldBe("SayHello");
        action.ScheduleTask.Input.ShouldBe("[\"abcd\"]");
    }

    [Fact]
    public async Task An_activity_gets_its_input_out_of_its_array_and_answers_with_any_json()
    {
        await using var handler = await HandlerUnderTest.StartAsync(Registry);
        var answer = await handler.ActAsync("SayHello", "[\"abcd\"]");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("ReturnValue").GetString().ShouldBe("Hello abcd from inst-1");
    }

    [Fact]
    public async Task A_failing_activity_fails_its_call_and_its_words_go_nowhere()
    {
        await using var handler = await HandlerUnderTest.StartAsync(Registry);
        var answer = await handler.ActAsync("SayHello", "[\"boom\"]");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Asta");
        string.Concat(handler.Log).ShouldNotContain("Asta");
        handler.Log.ShouldContain(l => l.Contains("SayHello") && l.Contains("inst-1") && l.Contains("InvalidOperationException"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"Data\":null}")]
    [InlineData("{\"Data\":{}}")]
    [InlineData("{\"Data\":{\"context\":7}}")]
    [InlineData("{\"Data\":{\"context\":\"Asta Invented is no base64\"}}")]
    [InlineData("{\"Data\":{\"context\":\"\\\"/////w==\\\"\"}}")]
    [InlineData("{\"Data\":{\"context\":\"\\\"CgVpbn")]
    public async Task An_orchestrators_endpoint_never_fails_the_call_whatever_comes(string body)
    {
        await using var handler = await HandlerUnderTest.StartAsync(Registry);
        var answer = await handler.PostAsync("Greet_1", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var response = await HandlerUnderTest.ResponseAsync(answer);
        response.InstanceId.ShouldNotBeEmpty();
        response.Actions.ShouldBeEmpty();
        handler.Log.ShouldContain(l => l.Contains("Greet_1"));
        string.Concat(handler.Log).ShouldNotContain("Asta");
        (await handler.OrchestrateAsync("Greet_1", Episode("Greet_1"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Code_that_does_not_fit_the_history_decides_nothing_and_says_what_diverged()
    {
        await using var handler = await HandlerUnderTest.StartAsync(Registry);
        var request = Episode("Greet_1");
        request.PastEvents.AddRange(request.NewEvents);
        request.PastEvents.Add(new HistoryEvent { EventId = 0, Timestamp = Now, TaskScheduled = new() { Name = "SomethingElse" } });
        request.NewEvents.Clear();
        request.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = Now, OrchestratorStarted = new() });
        var response = await HandlerUnderTest.ResponseAsync(await handler.OrchestrateAsync("Greet_1", request));
        response.InstanceId.ShouldBe("inst-1");
        response.Actions.ShouldBeEmpty();
        handler.Log.ShouldContain(l => l.Contains("SomethingElse") && l.Contains("inst-1"));
    }

    [Fact]
    public async Task Callers_from_outside_who_come_through_the_forwarded_route_find_no_triggers()
    {
        await using var handler = await HandlerUnderTest.StartAsync(Registry);
        const string Body = """{"Data":{"input":"\"[\\\"x\\\"]\""}}""";
        (await handler.PostAsync("SayHello", Body, r => r.Headers.Host = "husrum.example")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await handler.PostAsync("SayHello", Body, r => r.Headers.Add("X-Forwarded-For", "192.0.2.1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await handler.PostAsync("SayHello", Body, r => r.Headers.Remove("X-Azure-Functions-InvocationId"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await handler.PostAsync("SayHello", Body)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Timestamp Now { get; } = Timestamp.FromDateTime(new DateTime(2026, 8, 31, 6, 0, 0, DateTimeKind.Utc));

    private static OrchestratorRequest Episode(string name) => new()
    {
        InstanceId = "inst-1",
        NewEvents =
        {
            new HistoryEvent { EventId = -1, Timestamp = Now, OrchestratorStarted = new() },
            new HistoryEvent { EventId = -1, Timestamp = Now, ExecutionStarted = new() { Name = name, Input = "\"abcd\"", OrchestrationInstance = new() { InstanceId = "inst-1" } } },
        },
    };
}
