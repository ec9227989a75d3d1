using System.Net;
using Husrum.Functions.Demo;
using Husrum.Functions.Pages.Rehearsals;
using Husrum.Functions.Rehearsal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Pages;

/// <summary>A rehearsal costs a processor: one at a time, none for long, and nobody without end.</summary>
public sealed class RehearsalBoundsTests
{
    private const string Page = "/generalproeve";
    private const string Karen = "karen@husrum.example";

    private static readonly (string, string)[] Leave = [("process", "leave"), ("start", "2026-08-31"), ("what-if", "leave/stops"), ("both", "on")];

    [Fact]
    public async Task Who_comes_while_another_one_is_played_is_asked_to_wait_and_need_not_choose_again()
    {
        await using var site = new Site(new RehearsalBounds(Wait: TimeSpan.FromMilliseconds(1), RehearsalBounds.Default.Longest));
        using var karen = await site.StaffAsync(Karen);
        var form = await karen.GetAsync(Page);

        var colleague = site.Part<RehearsalTurn>().PlayAsync(Year(), both: false, TestContext.Current.CancellationToken);
        var busy = await form.PressAsync(("", ""), Leave, having: "process");
        busy.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        busy.Text.ShouldContain("En kollega er i gang");
        (await colleague).Branches.ShouldNotBeNull();

        var shown = await busy.PressAsync(("", ""), having: "process");
        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Page.QuerySelectorAll("main svg").Length.ShouldBe(2, "both ways, as chosen before");
    }

    [Fact]
    public async Task Who_comes_a_moment_before_another_one_is_over_sees_no_more_than_a_slow_page()
    {
        await using var site = new Site(new RehearsalBounds(Wait: TimeSpan.FromSeconds(60), RehearsalBounds.Default.Longest));
        using var karen = await site.StaffAsync(Karen);
        var form = await karen.GetAsync(Page);

        var colleague = site.Part<RehearsalTurn>().PlayAsync(Year(), both: false, TestContext.Current.CancellationToken);
        (await form.PressAsync(("", ""), Leave, having: "process")).Status.ShouldBe(HttpStatusCode.OK);
        colleague.IsCompletedSuccessfully.ShouldBeTrue("they do not run at once");
    }

    [Fact]
    public async Task One_that_takes_too_long_is_stopped_and_the_next_one_has_its_turn()
    {
        await using var site = new Site(new RehearsalBounds(Wait: TimeSpan.Zero, Longest: TimeSpan.FromMilliseconds(1)));
        using var karen = await site.StaffAsync(Karen);
        var form = await karen.GetAsync(Page);
        for (var again = 0; again < 2; again++)
        {
            var stopped = await form.PressAsync(("", ""), Leave, having: "process");
            stopped.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            stopped.Text.ShouldContain("Det tog for lang tid");
            stopped.Text.ShouldNotContain("kollega");
            stopped.Value("what-if").ShouldBe("leave/stops");
        }
    }

    [Fact]
    public async Task Who_rehearses_without_end_is_told_to_wait()
    {
        await using var site = new Site(RehearsalBounds.Default);
        using var karen = await site.StaffAsync(Karen);
        var form = await karen.GetAsync(Page);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
            statuses.Add((await form.PressAsync(("", ""), [("process", "leave"), ("start", "snart")], having: "process")).Status);
        statuses[..30].ShouldAllBe(status => status == HttpStatusCode.UnprocessableEntity);
        statuses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static RehearsalRequest Year() =>
        RequestReading.Read(new TypedRequest { Process = "hjem-til-os", Start = "2026-08-31" }, DemoOrganisation.Make(), new DateOnly(2026, 8, 1)).Request!;

    private sealed class Site(RehearsalBounds bounds) : PagesSite
    {
        protected override bool Demo => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton(bounds));
        }
    }
}
