using System.Net;
using Husrum.Durable.TaskHub;

namespace Husrum.Functions.Tests.Pages;

public sealed class HealthTests(DemoSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live", "ok\n")]
    [InlineData("/health/ready", "ok\nhub: ok\nregister: ok\ncatalogue: ok\nuploads: ok\n")]
    public async Task A_program_that_works_says_so_to_anybody(string path, string text)
    {
        using var guest = site.Guest();
        var answer = await guest.Http.GetAsync(path, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe(text);
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        (await guest.Http.SendAsync(head, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_asks_for_JSON()
    {
        using var guest = site.Guest();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready") { Headers = { { "Accept", "application/json" } } };
        var answer = await guest.Http.SendAsync(request, Cancellation);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"ok":true,"checks":[{"name":"hub","ok":true},{"name":"register","ok":true},{"name":"catalogue","ok":true},{"name":"uploads","ok":true}]}""");
    }

    [Fact]
    public async Task With_the_hub_stopped_the_program_lives_but_is_not_ready()
    {
        await using var own = new PagesSite();
        using var guest = own.Guest();
        (await guest.Http.GetAsync("/health/ready", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await own.Part<SqliteTaskHub>().StopAsync();
        var answer = await guest.Http.GetAsync("/health/ready", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("not ok\nhub: not ok\nregister: not ok\ncatalogue: ok\nuploads: ok\n");
        (await guest.Http.GetAsync("/health/live", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
