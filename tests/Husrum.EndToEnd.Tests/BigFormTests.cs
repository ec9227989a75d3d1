using System.Net;

namespace Husrum.EndToEnd.Tests;

/// <summary>How much a form may hold: the real server counts.</summary>
public sealed class BigFormTests
{
    [Fact]
    public async Task An_application_that_is_too_big_is_refused_as_a_form_and_by_the_API()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        using var http = new HttpClient { BaseAddress = program.Address };
        foreach (var (path, key) in ((string, string?)[])[("/bliv-frivillig", null), ("/en/volunteer", null), ("/api/volunteer-applications", "demo")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([new("department", "aarhus"), new("name", "Mega Lang"), new("motivation", new string('x', 300 * 1024))]),
            };
            if (key is not null)
                request.Headers.Add("x-functions-key", key);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge, path);
        }

        using var page = await http.GetAsync("/bliv-frivillig", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
