using System.Net;
using System.Text.RegularExpressions;
using Husrum.Durable.Protocol;
using Husrum.StandIn;
using Husrum.Testing;

[assembly: AssemblyFixture(typeof(Husrum.EndToEnd.Tests.PublishedFolder))]

namespace Husrum.EndToEnd.Tests;

/// <summary>The folder to deploy, written once for all tests.</summary>
public sealed class PublishedFolder : IAsyncLifetime
{
    private DirectoryInfo _folder = null!;

    public string Path => _folder.FullName;

    public async ValueTask InitializeAsync() => _folder = await FunctionAppUnderTest.PublishAsync();

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The program behind a stand-in for the Functions host (not the host itself): pages through its front door, orchestrations over its calls, the handler killed at any moment.</summary>
public sealed partial class FunctionAppTests(PublishedFolder folder, Azurite azurite)
{
    [Fact]
    public async Task A_claim_goes_from_the_form_to_paid_and_each_message_goes_once()
    {
        await using var gateway = await CountingGateway.StartAsync();
        await using var app = await StartAsync(gateway);
        var (id, messages) = await LiveAsync(app, gateway);
        messages.Count.ShouldBeGreaterThan(3);
        gateway.Calls.Values.ShouldAllBe(count => count == 1);
        app.Process.Deaths.ShouldBe(0);
        app.Host.FailedCalls.ShouldBe((0, 0));
        app.Host.Find(id + "-g1")!.Status.ShouldBe(OrchestrationStatus.Running); // stays a while, in case the payment is taken back
        app.Host.LongestTimerSeen.ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(3));
        app.Process.Output.ShouldNotContain(StandInWebhooks.Key);
        foreach (var secret in RefundJourney.Secrets)
            app.Process.Output.ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("RefundClaim_1", 1)]
    [InlineData("RefundClaim_1", 2)]
    [InlineData("RefundClaim_1", 5)]
    [InlineData("Refund_Welcome", 1)]
    [InlineData("Refund_Apply", 1)]
    public async Task Killed_in_the_middle_of_a_call_the_claim_ends_right_and_each_message_goes_once(string function, int call)
    {
        var expected = await ExpectedAsync();
        await using var gateway = await CountingGateway.StartAsync();
        await using var app = await StartAsync(gateway);
        await app.BeginAsync();
        var calls = 0;
        app.App.Calls.HalfWay = async name =>
        {
            if (name == function && ++calls == call)
                await app.Process.KillAsync();
        };
        var (id, messages) = await LiveAsync(app, gateway);
        app.Process.Deaths.ShouldBe(1);
        messages.ShouldBe(expected);
        gateway.Changed.ShouldBeEmpty();
        var isEpisode = function == "RefundClaim_1";
        app.Host.FailedCalls.ShouldBe(isEpisode ? (1, 0) : (0, 1));
        app.Host.All().Count(run => run.Status == OrchestrationStatus.Failed).ShouldBe(0); // replaced, and cleared away
        app.Host.All().Count(run => run.Id.EndsWith("-g2", StringComparison.Ordinal)).ShouldBe(isEpisode ? 1 : 0);
        app.Process.Output.ShouldNotContain("does not know"); // no unforeseen error
    }

    [Fact]
    public async Task With_tables_and_blobs_in_the_place_of_a_folder_a_claim_goes_from_the_form_to_paid_and_each_message_goes_once()
    {
        var expected = await ExpectedAsync();
        await using var gateway = await CountingGateway.StartAsync();
        await using var app = await StartAsync(gateway, await AccountAsync());
        var (_, messages) = await LiveAsync(app, gateway);
        messages.ShouldBe(expected);
        gateway.Calls.Values.ShouldAllBe(count => count == 1);
        app.Process.Deaths.ShouldBe(0);
        app.Host.FailedCalls.ShouldBe((0, 0));
        Directory.EnumerateFileSystemEntries(app.Data).ShouldBeEmpty();
        foreach (var secret in RefundJourney.Secrets.Append(AzuriteProcess.Key))
            app.Process.Output.ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("RefundClaim_1", 2)]
    [InlineData("Refund_Welcome", 1)]
    [InlineData("Refund_Apply", 1)]
    public async Task With_tables_and_blobs_and_killed_in_the_middle_of_a_call_each_message_goes_once(string function, int call)
    {
        var expected = await ExpectedAsync();
        await using var gateway = await CountingGateway.StartAsync();
        await using var app = await StartAsync(gateway, await AccountAsync());
        await app.BeginAsync();
        var calls = 0;
        app.App.Calls.HalfWay = async name =>
        {
            if (name == function && ++calls == call)
                await app.Process.KillAsync();
        };
        var (_, messages) = await LiveAsync(app, gateway);
        app.Process.Deaths.ShouldBe(1);
        messages.ShouldBe(expected);
        gateway.Changed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_at_a_sample_of_commits_the_claim_ends_right_and_each_message_goes_once() => await KillAtAsync([1, 2, 4, 9, 15, 22], mustCrash: 5);

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Killed_at_sixty_commits() => await KillAtAsync([.. Enumerable.Range(1, 60)], mustCrash: 25);

    [Fact]
    public async Task The_handler_answers_its_first_ping_within_seconds_of_its_start_and_the_front_page_once_it_is_up()
    {
        await using var gateway = await CountingGateway.StartAsync();
        await using var app = await StartAsync(gateway);
        await app.Process.KeepAliveAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"first answer after {app.Process.StartTook.TotalMilliseconds:F0} ms");
        app.Process.StartTook.ShouldBeLessThan(TimeSpan.FromSeconds(10)); // the host's own limit is 30; a busy machine is no fault
        using var visitor = new Visitor(app.Address);
        (await visitor.OpenAsync("/")).Text.ShouldContain("HUSRUM", Case.Insensitive);
        (await visitor.SendAsync(HttpMethod.Delete, "/udlaeg")).ShouldBe(HttpStatusCode.NotFound); // no such route at the host
    }

    private async Task KillAtAsync(int[] commits, int mustCrash)
    {
        var expected = await ExpectedAsync();
        var crashes = 0;
        var wrong = new List<string>();
        foreach (var commit in commits)
        {
            await using var gateway = await CountingGateway.StartAsync();
            await using var app = await StartAsync(gateway);
            await app.BeginAsync(); // the rehearsal's own people and claims
            await app.Process.StopAsync();
            app.Process.OnceOnly[commit % 2 == 0 ? "Husrum__CrashAfterCommit" : "Husrum__CrashBeforeCommit"] = commit.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var (_, messages) = await LiveAsync(app, gateway);
            crashes += app.Process.Deaths;
            if (!messages.SequenceEqual(expected) || !gateway.Changed.IsEmpty || app.Process.Deaths > 1)
                wrong.Add($"commit {commit}: missing [{string.Join(", ", expected.Except(messages))}], too many [{string.Join(", ", messages.Except(expected))}], changed {gateway.Changed.Count}, deaths {app.Process.Deaths}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{commits.Length} runs, {crashes} killed");
        wrong.ShouldBeEmpty();
        crashes.ShouldBeGreaterThanOrEqualTo(mustCrash);
    }

    private Task<FunctionAppUnderTest> StartAsync(CountingGateway gateway, Dictionary<string, string>? account = null) =>
        FunctionAppUnderTest.StartAsync(folder.Path, new(account ?? []) { ["Messages__Gateway__Url"] = gateway.Url });

    // a table and containers of the test's own
    private async Task<Dictionary<string, string>> AccountAsync()
    {
        var process = await azurite.ProcessAsync();
        return new()
        {
            ["Storage__Account"] = AzuriteProcess.Account,
            ["Storage__Key"] = AzuriteProcess.Key,
            ["Storage__Tables"] = process.Tables.ToString(),
            ["Storage__Blobs"] = process.Blobs.ToString(),
            ["Storage__Name"] = Azurite.NewTable(),
        };
    }

    // what a run without mishaps sends
    private async Task<List<string>> ExpectedAsync()
    {
        await using var gateway = await CountingGateway.StartAsync();
        await using var app = await StartAsync(gateway);
        return (await LiveAsync(app, gateway)).Messages;
    }

    /// <summary>The claim's whole way. People try again what got no answer.</summary>
    private static async Task<(string Id, List<string> Messages)> LiveAsync(FunctionAppUnderTest app, CountingGateway gateway)
    {
        using var journey = app.Journey();
        var claim = "";
        await DoAsync(app, app.BeginAsync);
        await DoAsync(app, async () => claim = (await journey.ClaimAsync("claim-app")).Id);
        await DoAsync(app, journey.SettleAsync);
        await DoAsync(app, async () =>
        {
            using var coordinator = new Visitor(app.Address);
            var link = (await journey.LinkAsync("refund-approve", "/afgoer", claim)).ShouldNotBeNull(app.Process.Output);
            var page = await coordinator.OpenAsync(link);
            if (!page.Text.Contains("Allerede afgjort", StringComparison.Ordinal))
                (await RefundJourney.DecideAsync(coordinator, link, "approve", RefundJourney.Total)).Status.ShouldBe(HttpStatusCode.OK);
        });
        await DoAsync(app, journey.SettleAsync);
        await DoAsync(app, async () =>
        {
            using var treasurer = await journey.SignInAsync(DemoPeople.Treasurer);
            (await RefundJourney.PayEverythingAsync(treasurer)).ShouldContain("1987,65");
        });
        await DoAsync(app, journey.SettleAsync);
        await DoAsync(app, async () =>
        {
            using var claimant = new Visitor(app.Address);
            (await claimant.OpenAsync((await journey.LinkAsync("refund-paid", "/status", claim)).ShouldNotBeNull(app.Process.Output))).Text.ShouldContain("Betalt");
        });
        await DoAsync(app, () => journey.StepAsync("P1D"));
        return (claim, gateway.Accepted.Keys.Where(key => key.StartsWith(claim, StringComparison.Ordinal)).Select(key => PersonId().Replace(key, "person")).Order(StringComparer.Ordinal).ToList());
    }

    private static async Task DoAsync(FunctionAppUnderTest app, Func<Task> act)
    {
        while (true)
        {
            var deaths = app.Process.Deaths;
            try
            {
                await act();
                if (app.Process.Deaths == deaths)
                    return;
            }
            catch (Exception) when (app.Process.Deaths != deaths)
            {
                // the handler was gone meanwhile: once more
            }
        }
    }

    // the claimant's id is drawn anew in each life
    [GeneratedRegex("p-[a-z0-9]+")]
    private static partial Regex PersonId();
}
