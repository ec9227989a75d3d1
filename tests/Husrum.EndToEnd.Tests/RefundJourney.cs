using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Husrum.Testing;

namespace Husrum.EndToEnd.Tests;

/// <summary>The way of a claim over HTTP as callers, people with links and the treasurer take it.</summary>
/// <param name="address">The program's front door.</param>
/// <param name="engine">Lets everything outside the program that drives it happen; null where the program drives itself.</param>
internal sealed class RefundJourney(Uri address, Func<Task>? engine = null) : IDisposable
{
    public RefundJourney(ProgramUnderTest program)
        : this(program.Address)
    {
    }

    /// <summary>What must never stand in a history, a log or an address. Invented, and unlike anything else in the program.</summary>
    public static readonly string[] Secrets = ["Quendelina", "Brumbasse", "quendelina@brumbasse.example", "61728394", "61 72 83 94", "0437281", "437281", "7654321098", "1987,65", "198765", "1.987,65", "Kattehalsbånd"];

    public const string Total = "1987";

    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <summary>A photo as a phone takes it, with its place; and a small PDF.</summary>
    public static byte[] Photo { get; } = JpegFile.Photo();

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public void Dispose() => _http.Dispose();

    public async Task<(HttpStatusCode Status, string Id, string Location)> ClaimAsync(string key, string department = "aarhus")
    {
        using var form = new MultipartFormDataContent();
        void Text(string name, string value) => form.Add(new StringContent(value), name);
        Text("department", department);
        Text("name", "Quendelina Brumbasse");
        Text("email", "quendelina@brumbasse.example");
        Text("phone", "61 72 83 94");
        Text("purpose", "Kattehalsbånd til fællesspisning");
        Text("activityDate", "2026-08-28");
        Text("lines[0].text", "Snacks");
        Text("lines[0].amount", "1.900,00");
        Text("lines[1].text", "Servietter");
        Text("lines[1].amount", "87.65");
        Text("registrationNumber", "0437");
        Text("accountNumber", "7654321098");
        Text("language", "da");
        File(form, Photo, "bon.jpg", "image/jpeg");
        File(form, Pdf, "faktura.pdf", "application/pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/expense-claims") { Content = form };
        request.Headers.Add("x-functions-key", "demo");
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? (answer.StatusCode, JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!, answer.Headers.Location!.ToString())
            : (answer.StatusCode, "", body);
    }

    /// <summary>Moves the virtual clock: <c>næste</c>, <c>P1D</c>, <c>P7D</c>, <c>P1M</c>; returns when all that was due by then has happened.</summary>
    public Task StepAsync(string step) => MoveClockAsync("skridt", step);

    /// <summary>Moves the virtual clock to a Danish wall time, such as <c>2026-09-01T12:00</c>; where it stands there or later already, nowhere.</summary>
    public Task GoToAsync(string wallTime) => MoveClockAsync("til", wallTime);

    /// <summary>Lets everything that is due at the present moment happen, and moves the clock nowhere.</summary>
    public async Task SettleAsync()
    {
        if (engine is not null)
            await engine();
        await MessagesAsync();
    }

    private async Task MessagesAsync() => await MoveClockAsync("til", JsonDocument.Parse(await MoveClockAsync("til", "2026-08-31T00:00")).RootElement.GetProperty("now").GetString()!);

    public async Task<List<JsonElement>> MailboxAsync() => [.. JsonDocument.Parse(await _http.GetStringAsync("/postkasse.json")).RootElement.EnumerateArray()];

    /// <summary>The newest link to a page in messages of a template about a claim.</summary>
    public async Task<string?> LinkAsync(string template, string page, string claimId) => (await MailboxAsync())
        .Where(m => m.GetProperty("template").GetString() == template && m.GetProperty("key").GetString()!.StartsWith(claimId, StringComparison.Ordinal))
        .SelectMany(m => m.GetProperty("links").EnumerateArray().Select(LinkOf))
        .LastOrDefault(l => l.Contains(page + "?t=", StringComparison.Ordinal));

    public async Task<Visitor> SignInAsync(string email)
    {
        var visitor = new Visitor(address);
        var page = await visitor.OpenAsync("/log-ind");
        await page.SendAsync(page.Form("email"), ("email", email));
        await SettleAsync();
        var links = (await MailboxAsync())
            .Where(m => m.GetProperty("template").GetString() == "sign-in" && m.GetProperty("to").GetString() == email)
            .SelectMany(m => m.GetProperty("links").EnumerateArray().Select(LinkOf)).ToList();
        foreach (var link in links)
        {
            var entry = await visitor.OpenAsync(link);
            if (entry.Document.QuerySelector("main form [name=t]") is null)
                continue; // used by an earlier attempt
            (await entry.SendAsync(entry.Form("t"))).Status.ShouldBe(HttpStatusCode.OK);
            break;
        }

        return visitor;
    }

    public static async Task<Page> DecideAsync(Visitor visitor, string link, string decision, string amount = "", string reason = "")
    {
        var page = await visitor.OpenAsync(link);
        return await page.SendAsync(page.Form("amount"), ("decision", decision), ("amount", amount), ("reason", reason));
    }

    /// <summary>What the treasurer does on pay day: a list of all that is approved, the file for the bank, and the record that all of it is paid.</summary>
    /// <returns>The bank's file.</returns>
    public static async Task<string> PayEverythingAsync(Visitor treasurer)
    {
        var desk = await treasurer.OpenAsync("/udbetalinger");
        var list = desk.Document.QuerySelector("main form [name=submissionId]") is null
            ? await treasurer.OpenAsync(desk.Document.QuerySelector("ul.rows a")!.GetAttribute("href")!)
            : await desk.SendAsync(desk.Form("submissionId"));
        var csv = Encoding.UTF8.GetString(await treasurer.DownloadAsync(list.Address.AbsolutePath + "/csv"));

        // each that is not paid yet: one made before the program was killed may lie there beside a new one
        desk = await treasurer.OpenAsync("/udbetalinger");
        foreach (var address in desk.Document.QuerySelectorAll("ul.rows a").Select(row => row.GetAttribute("href")!).Append(list.Address.AbsolutePath).Distinct())
        {
            var fresh = await treasurer.OpenAsync(address);
            if (fresh.Document.QuerySelector("form[action$='/betalt']") is not null)
                (await fresh.SendAsync(fresh.Form("/betalt"))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        }

        return csv;
    }

    private static string LinkOf(JsonElement link) => link.ValueKind == JsonValueKind.String ? link.GetString()! : link.EnumerateObject().First(p => p.Value.ToString().Contains("?t=", StringComparison.Ordinal)).Value.GetString()!;

    private async Task<string> MoveClockAsync(string name, string value)
    {
        using var form = new FormUrlEncodedContent([new(name, value)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ur/frem") { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private static void File(MultipartFormDataContent form, byte[] bytes, string name, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(content, "receipts", name);
    }
}
