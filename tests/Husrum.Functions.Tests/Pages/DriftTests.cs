using System.Net;
using System.Text.Json;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Demo;
using Husrum.Functions.SignIn;
using Husrum.Functions.Tests.Embedded;

namespace Husrum.Functions.Tests.Pages;

public sealed class DriftTests(DemoSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/drift")]
    [InlineData("/drift.json")]
    public async Task Only_operators_see_it(string path)
    {
        using var stranger = site.Guest();
        (await stranger.GetAsync(path)).Location.ShouldBe("/log-ind");
        using var coordinator = await SignedInAsync(DemoPeople.Karen);
        (await coordinator.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_parked_instance_is_shown_with_its_reason_and_let_go_on_or_ended_by_an_operator_only()
    {
        await ParkAsync("stranger-a");
        using var operatorsBrowser = await SignedInAsync(DemoPeople.Operator);
        var page = await operatorsBrowser.GetAsync("/drift");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("stranger-a");
        page.Text.ShouldContain("No orchestrator named 'Unheard_9'");

        using var coordinator = await SignedInAsync(DemoPeople.Karen);
        (await PostAsync(coordinator, ("instans", "stranger-a"), ("ord", "afslut"))).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(operatorsBrowser, ("instans", "stranger-a"), ("ord", "afslut"))).ShouldBe(HttpStatusCode.BadRequest); // not from the page: no token
        (await InstanceAsync("stranger-a")).ParkedReason.ShouldNotBeNull();

        (await page.PressAsync(("ord", "genoptag"), [("instans", "stranger-a")])).Location.ShouldBe("/drift");
        await site.Part<SqliteTaskHub>().WhenIdleAsync();
        (await InstanceAsync("stranger-a")).ParkedReason.ShouldNotBeNull(); // it was tried, and is as unknown as before
        await page.PressAsync(("ord", "afslut"), [("instans", "stranger-a")]);
        var ended = await InstanceAsync("stranger-a");
        (ended.RuntimeStatus, ended.ParkedReason).ShouldBe((OrchestrationRuntimeStatus.Terminated, null));
    }

    [Fact]
    public async Task A_run_that_is_not_set_aside_cannot_be_ended_here()
    {
        await ParkAsync("stranger-b"); // so that there is a form
        using var browser = await SignedInAsync(DemoPeople.Operator);
        var page = await browser.GetAsync("/drift");
        (await page.PressAsync(("ord", "afslut"), [("instans", "retention")])).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await InstanceAsync("retention")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task The_same_comes_as_JSON_with_the_way_to_resume_and_messages_by_their_keys()
    {
        await ParkAsync("stranger-c");
        var register = site.Part<IRegister>();
        var notice = HomeBench.Notice("case-of-drift+step+email", new DateTimeOffset(2020, 1, 1, 8, 0, 0, TimeSpan.Zero)) with { State = NoticeState.Uncertain };
        var batch = new RegisterBatch("case:drift").Insert(Outbox.RowOf(notice.Key), notice);
        var (index, place) = (Outbox.DueRow(notice.Due, batch.Partition, Outbox.RowOf(notice.Key)), new NoticePlace(batch.Partition, Outbox.RowOf(notice.Key)));
        await register.CommitAsync(batch.Index(Partitions.NoticeIndex, index, place).Index(Partitions.NoticeTroubleIndex, index, place), Cancellation);

        using var browser = await SignedInAsync(DemoPeople.Operator);
        var text = await browser.Http.GetStringAsync("/drift.json", Cancellation);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        root.GetProperty("running").GetBoolean().ShouldBeTrue();
        root.GetProperty("isWell").GetBoolean().ShouldBeFalse();
        root.GetProperty("overdueTimer").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("instances").EnumerateArray().ShouldContain(count => count.GetProperty("orchestrator").GetString() == "RetentionSweep_1" && count.GetProperty("state").GetString() == "running");
        var parked = root.GetProperty("parked").EnumerateArray().Single(p => p.GetProperty("instance").GetString() == "stranger-c");
        parked.GetProperty("reason").GetString()!.ShouldContain("Unheard_9");
        parked.GetProperty("resume").GetString()!.ShouldContain("instans=stranger-c");
        root.GetProperty("messages").GetProperty("uncertain").GetInt32().ShouldBeGreaterThan(0);
        root.GetProperty("troubled").EnumerateArray().ShouldContain(message => message.GetProperty("key").GetString() == notice.Key && message.GetProperty("state").GetString() == "uncertain");
        text.ShouldNotContain("mette"); // whom it is to is not said
        text.ShouldNotContain("@");
    }

    private async Task ParkAsync(string id)
    {
        var hub = site.Part<SqliteTaskHub>();
        await hub.ScheduleNewOrchestrationInstanceAsync("Unheard_9", null, new StartOrchestrationOptions(id), Cancellation);
        await hub.WhenIdleAsync();
    }

    private async Task<OrchestrationMetadata> InstanceAsync(string id) =>
        (await site.Part<DurableTaskClient>().GetInstanceAsync(id, cancellation: Cancellation)).ShouldNotBeNull();

    private async Task<Guest> SignedInAsync(string email)
    {
        var guest = site.Guest();
        var token = await site.Part<SignInLinks>().IssueAsync(email, Cancellation);
        (await (await guest.GetAsync($"{SignInLinks.Path}?t={token}")).PressAsync(("", ""))).Status.ShouldBe(HttpStatusCode.SeeOther);
        return guest;
    }

    private static async Task<HttpStatusCode> PostAsync(Guest guest, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var answer = await guest.Http.PostAsync("/drift", content, Cancellation);
        return answer.StatusCode;
    }
}
