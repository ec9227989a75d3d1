using Husrum.Durable.Client;
using Husrum.Durable.Remote;

namespace Husrum.Functions.Tests.Azure;

/// <summary>The client of a hub that is not always there, and does not always answer sense.</summary>
public sealed class RemoteClientTests : IAsyncLifetime
{
    private const int Unavailable = 14;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1 << 20 };
    private readonly LogLines _log = new();
    private Homes.AzureHome _home = null!;
    private int _runs;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _home = await Homes.AzureHome.StartAsync(registry => registry
        .AddOrchestratorFunc<object?, string>("Main_1", async (context, _) =>
        {
            await context.CallActivityAsync("Count");
            return await context.WaitForExternalEvent<string>("e");
        })
        .AddActivityFunc<object?, object?>("Count", (_, _) => Task.FromResult<object?>(Interlocked.Increment(ref _runs))));

    public async ValueTask DisposeAsync()
    {
        await _home.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task Where_the_loopback_service_is_gone_the_webhooks_do_all_of_it()
    {
        var client = Client(new TaskHubAddress(new Uri("http://127.0.0.1:9"), _home.App.WebhookAddress, _home.App.WebhookQuery));
        await StartAsync(client);
        await client.SuspendInstanceAsync("i1", "x", Cancellation);
        await _home.SettleAsync();
        (await client.GetInstanceAsync("i1", true, Cancellation))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await client.ResumeInstanceAsync("i1", null, Cancellation);
        (await client.TryRaiseEventAsync("i1", "e", "done", Cancellation)).ShouldBeTrue();
        (await client.TryRaiseEventAsync("nobody", "e", "done", Cancellation)).ShouldBeFalse();
        await _home.SettleAsync();
        (await client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed]), Cancellation).SingleAsync(Cancellation)).SerializedOutput.ShouldBe("\"done\"");
        (await client.PurgeInstanceAsync("i1", Cancellation)).ShouldBeTrue();
        await StartAsync(client);
        await client.TerminateInstanceAsync("i1", "enough", Cancellation);
        await _home.SettleAsync();
        (await client.GetInstanceAsync("i1", true, Cancellation))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        string.Concat(_log.All).ShouldNotContain(Husrum.StandIn.StandInWebhooks.Key);
    }

    [Fact]
    public async Task A_call_that_was_not_taken_is_tried_again()
    {
        var client = Client(Rpc);
        _home.App.Rpc.Trouble = (Unavailable, 2);
        await StartAsync(client);
        _home.App.Rpc.Trouble = (Unavailable, 3);
        (await client.GetInstanceAsync("i1", false, Cancellation)).ShouldNotBeNull();
        _home.App.Rpc.Trouble = (Unavailable, 100);
        (await Should.ThrowAsync<RpcException>(() => client.GetInstanceAsync("i1", false, Cancellation))).Status.ShouldBe(RpcStatus.Unavailable);
    }

    [Fact]
    public async Task A_running_id_and_a_completed_one_are_left_as_they_are()
    {
        var client = Client(Rpc);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartAsync(client)));
        _runs.ShouldBe(1);
        await client.RaiseEventAsync("i1", "e", "over", Cancellation);
        await _home.SettleAsync();
        await StartAsync(client);
        (_runs, (await client.GetInstanceAsync("i1", true, Cancellation))!.SerializedOutput).ShouldBe((1, "\"over\""));
    }

    [Fact]
    public async Task One_that_runs_is_not_purged_though_the_hub_would_do_it()
    {
        var client = Client(Rpc);
        await StartAsync(client);
        (await client.PurgeInstanceAsync("i1", Cancellation)).ShouldBeFalse();
        _home.App.Host.Find("i1").ShouldNotBeNull();
    }

    [Fact]
    public async Task As_long_as_nobody_has_said_where_the_hub_is_nothing_is_waited_for() =>
        await Should.ThrowAsync<TaskHubUnknownException>(() => Client(null).GetInstanceAsync("i1", false, Cancellation));

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0000000005")] // says five bytes, and has none
    [InlineData("01000000020801")] // compressed
    [InlineData("00000000020aff")] // cut off within a field
    [InlineData("000000000aAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("00000000020801")] // exists, but has no state
    [InlineData("3c68746d6c3e4173746120496e76656e7465643c2f68746d6c3e")] // a page
    public async Task An_answer_of_the_loopback_service_that_makes_no_sense_is_an_error_of_the_call_and_quoted_nowhere(string hex)
    {
        var client = Client(Rpc);
        await StartAsync(client);
        _home.App.Rpc.Nonsense = Convert.FromHexString(hex);
        var error = await Should.ThrowAsync<RpcException>(() => client.GetInstanceAsync("i1", true, Cancellation));
        error.Message.ShouldStartWith("GetInstance");
        (error.Message + string.Concat(_log.All)).ShouldNotContain("Asta");
        _home.App.Rpc.Nonsense = null;
        (await client.GetInstanceAsync("i1", true, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_larger_than_the_client_takes_is_an_error_of_the_call()
    {
        _home.App.Rpc.Nonsense = new byte[2 << 20];
        await Should.ThrowAsync<HttpRequestException>(() => Client(Rpc).GetInstanceAsync("i1", true, Cancellation));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "Asta Invented")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"name\":\"x\",\"instanceId\":7}")]
    [InlineData(200, "{\"name\":\"x\",\"instanceId\":\"y\",\"runtimeStatus\":\"Dreaming\",\"createdTime\":\"Asta\"}")]
    [InlineData(500, "Asta Invented")]
    [InlineData(401, "")]
    [InlineData(302, "")]
    public async Task An_answer_of_the_webhooks_that_makes_no_sense_is_an_error_of_the_call_and_quoted_nowhere(int status, string body)
    {
        var client = Client(new TaskHubAddress(null, _home.App.WebhookAddress, _home.App.WebhookQuery));
        _home.App.Front.Webhooks.Nonsense = (status, body);
        var error = await Should.ThrowAsync<RpcException>(() => client.GetInstanceAsync("i1", true, Cancellation));
        (error.Message + string.Concat(_log.All)).ShouldNotContain("Asta");
        if (body != "[]") // nobody
            await Should.ThrowAsync<RpcException>(() => client.GetAllInstancesAsync(null, Cancellation).ToListAsync(Cancellation).AsTask());
        _home.App.Front.Webhooks.Nonsense = null;
        (await client.GetInstanceAsync("i1", true, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_key_is_an_error_that_does_not_show_it()
    {
        var client = Client(new TaskHubAddress(null, _home.App.WebhookAddress, "code=not-the-key"));
        var error = await Should.ThrowAsync<RpcException>(() => client.RaiseEventAsync("i1", "e", "x", Cancellation));
        (error.Message + string.Concat(_log.All)).ShouldNotContain("not-the-key");
        new TaskHubAddress(null, _home.App.WebhookAddress, "code=not-the-key").ToString().ShouldNotContain("not-the-key");
    }

    private TaskHubAddress Rpc => new(_home.App.Rpc.Address, null, "");

    private RemoteTaskClient Client(TaskHubAddress? address) => new(_http, () => address, TimeProvider.System, _log);

    private async Task StartAsync(RemoteTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Cancellation);
        await _home.SettleAsync();
    }
}
