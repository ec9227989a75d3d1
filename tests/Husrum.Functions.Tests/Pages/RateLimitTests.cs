using System.Net;

namespace Husrum.Functions.Tests.Pages;

public sealed class RateLimitTests(PagesSite site) : IClassFixture<PagesSite>
{
    [Fact]
    public async Task Who_posts_without_end_is_told_to_wait()
    {
        using var guest = site.Guest();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 125; i++)
            statuses.Add((await guest.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/log-ind") { Content = new FormUrlEncodedContent([new("email", "x@husrum.example")]) })).Status);
        statuses[0].ShouldBe(HttpStatusCode.BadRequest); // no token: refused, and counted
        statuses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
