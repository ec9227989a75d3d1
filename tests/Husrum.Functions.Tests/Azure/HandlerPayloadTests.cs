using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Husrum.Functions.Azure;

namespace Husrum.Functions.Tests.Azure;

/// <summary>What no host would send, on every endpoint of the whole program: said in the answer and in one line of the log, quoted nowhere, and the process lives.</summary>
public sealed class HandlerPayloadTests(AzureSite site) : IClassFixture<AzureSite>
{
    private const string Secret = "Asta Invented 61728394";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Malformed => new()
    {
        { "nothing", "" },
        { "no JSON", Secret },
        { "cut off", $$$"""{"Data":{"context":"\"{{{Secret}}}" """ },
        { "null", "null" },
        { "an array", $"[\"{Secret}\"]" },
        { "no data", """{"Metadata":{}}""" },
        { "data of another kind", """{"Data":[1,2]}""" },
        { "no value of that name", """{"Data":{"somethingElse":"\"x\""},"Metadata":{}}""" },
        { "a number", """{"Data":{"context":7,"input":7},"Metadata":{}}""" },
        { "encoded once", $$$"""{"Data":{"context":"{{{Secret}}}","input":"{{{Secret}}}"},"Metadata":{}}""" },
        { "no base64 and no array", $$$"""{"Data":{"context":"\"{{{Secret}}}\"","input":"\"{{{Secret}}}\""},"Metadata":{}}""" },
        { "no message of the protocol and JSON that is no array of one", """{"Data":{"context":"\"/////w==\"","input":"\"{\\\"a\\\":1}\""},"Metadata":{}}""" },
        { "a queue's call", """{"Data":{"item":"\"{\\\"order\\\":5}\""},"Metadata":{"DequeueCount":"1"}}""" },
        { "metadata of another kind", """{"Data":{"context":"\"AAAA\"","input":"\"{}\""},"Metadata":{"instanceId":{"deep":[]}}}""" },
        { "deeper than anybody reads", "{\"Data\":{\"context\":" + new string('[', 2_000) + new string(']', 2_000) + "}}" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task An_orchestrator_decides_nothing_and_does_not_fail_the_call(string what, string body)
    {
        foreach (var name in site.Registry.OrchestratorNames)
        {
            var lines = Troubles();
            using var answer = await PostAsync(FunctionNames.Of(name), body);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, what);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            using var json = JsonDocument.Parse(text);
            json.RootElement.GetProperty("ReturnValue").GetString().ShouldNotBeNullOrEmpty();
            json.RootElement.GetProperty("Logs")[0].GetString()!.ShouldContain("Nothing was decided");
            text.ShouldNotContain("Asta");
            SaidOnce(lines, name);
        }

        await LivesAsync();
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task An_activity_refuses_it_and_does_nothing(string what, string body)
    {
        foreach (var name in site.Registry.ActivityNames.Select(FunctionNames.Of))
        {
            var lines = Troubles();
            using var answer = await PostAsync(name, body);
            ((int)answer.StatusCode).ShouldBeInRange(400, 500, what);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("Asta");
            SaidOnce(lines, name);
        }

        await LivesAsync();
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task The_timer_refuses_it(string what, string body)
    {
        var lines = Troubles();
        using var answer = await PostAsync("Housekeeping", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, what);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("could not be read");
        SaidOnce(lines, "Housekeeping");
        await LivesAsync();
    }

    [Theory]
    [InlineData("RefundClaim_1", 200)]
    [InlineData("RetentionSweep_1", 200)]
    [InlineData("Refund_Welcome", 413)]
    [InlineData("Housekeeping", 413)]
    public async Task A_call_larger_than_any_history_is_refused_before_it_is_read(string function, int status)
    {
        var lines = Troubles();
        var answer = await RawAsync($"POST /{function} HTTP/1.1\r\nHost: 127.0.0.1:{site.Handler.Port}\r\nX-Azure-Functions-InvocationId: x\r\nContent-Type: application/json\r\nContent-Length: {CustomHandler.MostBytes + 1}\r\n\r\n");
        answer.ShouldStartWith($"HTTP/1.1 {status}");
        SaidOnce(lines, function);
        await LivesAsync();
    }

    [Theory]
    [InlineData("RefundClaim_1")]
    [InlineData("Refund_Welcome")]
    [InlineData("Housekeeping")]
    public async Task A_caller_who_goes_away_in_the_middle_takes_nobody_along(string function)
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, site.Handler.Port, Cancellation);
            var head = $"POST /{function} HTTP/1.1\r\nHost: 127.0.0.1:{site.Handler.Port}\r\nX-Azure-Functions-InvocationId: x\r\nContent-Length: 100\r\n\r\n{{\"Data\":";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        }

        await LivesAsync();
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")] // no host
    [InlineData("GET /%zz%00 HTTP/1.1\r\nHost: a.example\r\n\r\n")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: a.example\r\nX-Azure-Functions-InvocationId: x\r\n\r\n")]
    [InlineData("NONSENSE\r\n\r\n")]
    [InlineData("POST /api/expense-claims HTTP/1.1\r\nHost: a.example\r\nX-Azure-Functions-InvocationId: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n\r\nAsta!")]
    [InlineData("POST /udlaeg HTTP/1.1\r\nHost: a.example\r\nX-Azure-Functions-InvocationId: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n\r\nAsta!")]
    [InlineData("POST /RefundClaim_1 HTTP/1.1\r\nHost: a.example\r\nX-Azure-Functions-InvocationId: x\r\nContent-Length: 2\r\n\r\n{}")]
    public async Task A_forwarded_request_that_makes_no_sense_is_the_senders_fault(string request)
    {
        var answer = await RawAsync(request);
        answer.ShouldMatch("^HTTP/1.1 4[0-9][0-9] ");
        string.Concat(site.Log).ShouldNotContain("Asta");
        await LivesAsync();
    }

    private int Troubles() => site.Troubles.Count;

    private void SaidOnce(int before, string name)
    {
        lock (site.Log)
        {
            var said = site.Troubles.Skip(before).Where(line => line.Contains(name, StringComparison.Ordinal)).ToList();
            said.Count.ShouldBe(1, string.Join('\n', said));
            string.Concat(site.Log).ShouldNotContain("Asta");
        }
    }

    private async Task LivesAsync()
    {
        using var http = new HttpClient { BaseAddress = site.App.Front.Address };
        (await http.GetAsync("/health/live", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> PostAsync(string function, string body)
    {
        using var http = new HttpClient { BaseAddress = site.Handler };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return await http.SendAsync(request, Cancellation);
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Handler.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        var buffer = new byte[4096];
        var count = await client.GetStream().ReadAsync(buffer, Cancellation);
        return Encoding.ASCII.GetString(buffer, 0, count);
    }
}
