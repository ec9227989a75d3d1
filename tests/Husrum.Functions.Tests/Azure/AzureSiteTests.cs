using System.Net;
using System.Text.Json;
using Husrum.Durable.Client;
using Husrum.Functions.Azure;
using Husrum.Functions.SignIn;
using Husrum.Functions.Tests.Pages;

namespace Husrum.Functions.Tests.Azure;

/// <summary>The whole program in its Azure home: pages through the front door, health and operations.</summary>
public sealed class AzureSiteTests : IAsyncLifetime
{
    private readonly AzureSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Ready_once_the_host_has_said_where_the_hub_is_and_the_timer_starts_what_there_is_one_of()
    {
        using var guest = Guest();
        (await guest.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        (await guest.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await _site.BeginAsync();
        (await guest.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        _site.App.Host.Find("retention").ShouldNotBeNull();
        string.Concat(_site.Log).ShouldNotContain(Husrum.StandIn.StandInWebhooks.Key);
        _site.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_operations_page_counts_what_the_extension_shows_and_says_of_the_rest_that_it_does_not()
    {
        await _site.BeginAsync();
        using var staff = await StaffAsync();
        using var json = JsonDocument.Parse(await staff.Http.GetStringAsync("/drift.json", Cancellation));
        var root = json.RootElement;
        root.GetProperty("isWell").GetBoolean().ShouldBeTrue(root.ToString());
        root.GetProperty("instances").EnumerateArray().ShouldContain(count => count.GetProperty("orchestrator").GetString() == "RetentionSweep_1" && count.GetProperty("state").GetString() == "running" && count.GetProperty("count").GetInt32() == 1);
        root.GetProperty("timers").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("intents").GetProperty("count").GetInt32().ShouldBe(0);
        (await staff.GetAsync("/drift")).Text.ShouldContain("siges ikke her");
    }

    [Fact]
    public async Task A_run_that_failed_is_shown_with_its_reason_and_cleared_away_by_an_operator()
    {
        await _site.BeginAsync();
        await _site.Part<DurableTaskClient>().ScheduleNewOrchestrationInstanceAsync("Unheard_9", null, new StartOrchestrationOptions("stranger"), Cancellation);
        await _site.App.Host.SettleAsync();
        using var staff = await StaffAsync();
        var page = await staff.GetAsync("/drift");
        page.Text.ShouldContain("stranger");
        page.Text.ShouldContain("failed on the way");
        await page.PressAsync(("ord", "genoptag"), [("instans", "stranger")]); // belongs to no case
        _site.App.Host.Find("stranger").ShouldNotBeNull();
        await page.PressAsync(("ord", "afslut"), [("instans", "retention")]); // runs, and is not for an operator to end
        _site.App.Host.Find("retention").ShouldNotBeNull();
        await page.PressAsync(("ord", "afslut"), [("instans", "stranger")]);
        _site.App.Host.Find("stranger").ShouldBeNull();
    }

    [Fact]
    public async Task A_hub_that_is_away_is_said_and_the_page_is_there_all_the_same()
    {
        await _site.BeginAsync();
        using var staff = await StaffAsync();
        _site.App.Rpc.Trouble = (14, int.MaxValue);
        _site.App.Front.Webhooks.Nonsense = (503, "");
        using var json = JsonDocument.Parse(await staff.Http.GetStringAsync("/drift.json", Cancellation));
        json.RootElement.GetProperty("running").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("isWell").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Callers_are_known_by_the_front_ends_word_and_secure_where_it_says_so()
    {
        using var guest = Guest();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/udlaeg");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        using var answer = await guest.Http.SendAsync(request, Cancellation);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure"));
    }

    [Fact]
    public async Task The_ping_is_answered_by_nobody_in_particular_and_triggers_only_to_the_host()
    {
        using var http = new HttpClient { BaseAddress = _site.Handler };
        (await http.GetStringAsync("/", Cancellation)).ShouldBeEmpty();
        using var guest = Guest();
        (await guest.GetAsync("/")).Text.ShouldNotBeEmpty();
        foreach (var name in (string[])["RefundClaim_1", "Refund_Welcome", "Housekeeping"])
        {
            using var outside = await guest.Http.PostAsync("/" + name, new StringContent("{}"), Cancellation);
            outside.StatusCode.ShouldBe(HttpStatusCode.NotFound); // forwarded with its caller's host name
        }
    }

    [Fact]
    public void The_leg_of_a_long_timer_is_what_the_histories_were_recorded_with() => CustomHandler.TimerLeg.ShouldBe(TimeSpan.FromDays(3));

    private Guest Guest() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _site.App.Front.Address });

    private async Task<Guest> StaffAsync()
    {
        var token = await _site.Part<SignInLinks>().IssueAsync(FirstStart.Operator, Cancellation);
        var guest = Guest();
        (await (await guest.GetAsync($"{SignInLinks.Path}?t={token}")).PressAsync(("", ""))).Status.ShouldBe(HttpStatusCode.SeeOther);
        return guest;
    }
}
