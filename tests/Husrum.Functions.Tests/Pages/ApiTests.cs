using System.Net;
using System.Text.Json;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class ApiTests(DemoSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_is_taken_and_its_status_page_is_where_the_answer_says()
    {
        using var guest = site.Guest();
        using var answer = await PostAsync(guest, Claims.Typed("Signe Bjerg"), [("bon.jpg", JpegFile.Photo())]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        body.RootElement.GetProperty("id").GetString()!.ShouldStartWith("u-");
        body.RootElement.GetProperty("status").GetString().ShouldBe("received");
        var page = await guest.GetAsync(answer.Headers.Location!.ToString());
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("123,45 kr.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dem0")]
    public async Task Without_a_known_key_nothing_is_taken(string? key)
    {
        using var guest = site.Guest();
        using var answer = await PostAsync(guest, Claims.Typed("Tage Ry"), [("bon.jpg", JpegFile.Photo())], key: key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("da", "Skriv")]
    [InlineData("en", "Please")]
    public async Task What_is_wrong_is_said_field_by_field_in_the_callers_language(string language, string word)
    {
        using var guest = site.Guest();
        using var answer = await PostAsync(guest, [("department", "aarhus"), ("lines[0].text", "Kaffe"), ("lines[0].amount", "ti"), ("language", language)], [("x.heic", Claims.Heic)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        body.RootElement.GetProperty("status").GetInt32().ShouldBe(422);
        var errors = body.RootElement.GetProperty("errors").EnumerateObject().ToDictionary(field => field.Name, field => field.Value[0].GetString()!);
        foreach (var field in (string[])["name", "email", "purpose", "activityDate", "lines[0].amount", "receipts", "registrationNumber", "accountNumber"])
            errors.ShouldContainKey(field);
        errors.ShouldNotContainKey("department");
        errors["name"].ShouldContain(word);
    }

    [Fact]
    public async Task Five_times_the_same_key_and_claim_are_one_claim_and_another_claim_under_it_is_refused()
    {
        using var guest = site.Guest();
        var typed = Claims.Typed("Ulla Søe");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(guest, typed, [("bon.jpg", JpegFile.Photo())], idempotency: "ulla-0001")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        answers.Select(answer => answer.Headers.Location).Distinct().Count().ShouldBe(1);
        using var other = await PostAsync(guest, [.. typed, ("payeeName", "En Anden")], [("bon.jpg", JpegFile.Photo())], idempotency: "ulla-0001");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadAsStringAsync(Cancellation)).ShouldContain("idempotency-key-reused");
        using var weak = await PostAsync(guest, typed, [], idempotency: "1");
        weak.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Too_much_and_what_is_no_form_are_refused_as_problems()
    {
        using var guest = site.Guest();
        using var big = await PostAsync(guest, Claims.Typed("Vita Å"), [.. Enumerable.Range(0, 10).Select(i => ($"{i}.jpg", new byte[9_900_000]))]);
        big.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/expense-claims") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", "demo");
        using var json = await guest.Http.SendAsync(request, Cancellation);
        json.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        foreach (var answer in (HttpResponseMessage[])[big, json])
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_description_names_the_forms_fields_the_headers_and_every_answer()
    {
        using var guest = site.Guest();
        using var document = JsonDocument.Parse(await guest.Http.GetStringAsync("/openapi/v1.json", Cancellation));
        document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/api/expense-claims", "/api/volunteer-applications", "/api/friend-families", "/api/referrals"], ignoreOrder: true);
        var post = document.RootElement.GetProperty("paths").GetProperty("/api/expense-claims").GetProperty("post");
        var fields = post.GetProperty("requestBody").GetProperty("content").GetProperty("multipart/form-data").GetProperty("schema").GetProperty("properties").EnumerateObject().Select(field => field.Name).ToList();
        foreach (var (name, _) in Claims.Typed(""))
            fields.ShouldContain(name);
        foreach (var name in (string[])["receipts", "phone", "missingReceiptStatement", "payeeName", "language"])
            fields.ShouldContain(name);
        post.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ShouldBe(["Idempotency-Key"]);
        post.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ShouldBe(["201", "400", "401", "413", "415", "422", "429", "507"], ignoreOrder: true);
        post.GetProperty("responses").GetProperty("201").GetProperty("headers").TryGetProperty("Location", out _).ShouldBeTrue();
        document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("name").GetString().ShouldBe("x-functions-key");
        post.GetProperty("security")[0].TryGetProperty("key", out _).ShouldBeTrue();
    }

    private static async Task<HttpResponseMessage> PostAsync(Guest guest, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, byte[] Bytes)> files, string? key = "demo", string? idempotency = null)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "receipts", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/expense-claims") { Content = form };
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        if (idempotency is not null)
            request.Headers.Add("Idempotency-Key", idempotency);
        return await guest.Http.SendAsync(request, Cancellation);
    }
}
