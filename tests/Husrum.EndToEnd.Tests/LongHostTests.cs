using System.Net;

namespace Husrum.EndToEnd.Tests;

/// <summary>What only the real server and the real start show: how much a form may hold, and what is said of an address that is too long for an SMS.</summary>
public sealed class LongHostTests
{
    [Fact]
    public async Task A_form_that_is_too_big_is_refused_and_a_host_that_makes_SMS_two_segments_is_said_at_the_start()
    {
        const string host = "en-forening-med-et-meget-langt-navn.example";
        host.Length.ShouldBeGreaterThan(40);
        await using var program = await ProgramUnderTest.StartAsync(["--demo", "--clock", "2026-08-31T08:00", "--PublicUrl", "https://" + host]);
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
        program.Output.ShouldContain("these SMS take two segments:");
    }
}
