using System.Net;
using System.Text.Json;

namespace Husrum.Functions.Tests.Pages;

/// <summary>The forms of Hjem til Os from other web sites.</summary>
[Collection(nameof(DemoSite))]
public sealed class HjemTilOsApiTests(DemoSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/friend-families", "da", "Bekræft jeres mailadresse")]
    [InlineData("/api/friend-families", "en", "Please confirm your e-mail address")]
    [InlineData("/api/referrals", "da", "Bekræft en henvisning til Hjem til Os")]
    [InlineData("/api/referrals", "en", "Please confirm a referral to Hjem til Os")]
    public async Task A_form_is_taken_and_only_its_sender_is_written_to_in_their_language(string path, string language, string subject)
    {
        using var guest = site.Guest();
        var mailbox = $"api{path.Length}{language}@post.example";
        using var answer = await PostAsync(guest, path, [.. Typed(path, mailbox), ("language", language)]);
        var said = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, said);
        said.ShouldBe("""{"status":"received"}""");
        await site.SettleAsync();
        (await site.MailsAsync(mailbox)).ShouldHaveSingleItem().Subject.ShouldBe(subject);
        (await site.MailsAsync("anden." + mailbox)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/friend-families", "da", "urn:husrum:problem:invalid-application", "members[1].birthDate", "CPR-nummer")]
    [InlineData("/api/friend-families", "en", "urn:husrum:problem:invalid-application", "members[1].birthDate", "CPR number")]
    [InlineData("/api/referrals", "da", "urn:husrum:problem:invalid-referral", "childBirthDate", "CPR-nummer")]
    [InlineData("/api/referrals", "en", "urn:husrum:problem:invalid-referral", "childBirthDate", "CPR number")]
    public async Task What_is_wrong_is_said_field_by_field_in_the_callers_language(string path, string language, string type, string field, string words)
    {
        using var guest = site.Guest();
        using var answer = await PostAsync(guest, path, [.. Typed(path, "forkert@post.example"), (field, "010190-1234"), ("town", ""), ("language", language)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        body.RootElement.GetProperty("type").GetString().ShouldBe(type);
        var errors = body.RootElement.GetProperty("errors").EnumerateObject().ToDictionary(one => one.Name, one => one.Value[0].GetString()!);
        errors.Keys.ShouldBe([field, "town"], ignoreOrder: true);
        errors[field].ShouldContain(words);
        (await site.MailsAsync("forkert@post.example")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/friend-families")]
    [InlineData("/api/referrals")]
    public async Task The_same_key_and_form_five_times_are_one_another_under_it_is_refused_and_nothing_is_taken_without_a_known_key(string path)
    {
        using var guest = site.Guest();
        var mailbox = $"fem{path.Length}@post.example";
        var typed = Typed(path, mailbox).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(guest, path, typed, idempotency: "fem-gange-" + path.Length)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        using var other = await PostAsync(guest, path, [.. typed, ("otherLanguages", "Somali")], idempotency: "fem-gange-" + path.Length);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadAsStringAsync(Cancellation)).ShouldContain("idempotency-key-reused");
        foreach (var key in new[] { null, "dem0" })
        {
            using var refused = await PostAsync(guest, path, Typed(path, "ukendt@post.example"), key);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        await site.SettleAsync();
        (await site.MailsAsync(mailbox)).ShouldHaveSingleItem();
        (await site.MailsAsync("ukendt@post.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_description_names_the_fields_of_both_forms()
    {
        using var guest = site.Guest();
        using var document = JsonDocument.Parse(await guest.Http.GetStringAsync("/openapi/v1.json", Cancellation));
        foreach (var path in new[] { "/api/friend-families", "/api/referrals" })
        {
            var post = document.RootElement.GetProperty("paths").GetProperty(path).GetProperty("post");
            var schema = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema");
            var fields = schema.GetProperty("properties").EnumerateObject().Select(field => field.Name).ToList();
            foreach (var (name, _) in Typed(path, "x@post.example").Where(field => !field.Name.StartsWith("members[1]", StringComparison.Ordinal)))
                fields.ShouldContain(name);
            foreach (var name in schema.GetProperty("required").EnumerateArray())
                fields.ShouldContain(name.GetString());
            post.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ShouldContain("422");
        }
    }

    private static IEnumerable<(string Name, string Value)> Typed(string path, string mailbox) => path == "/api/referrals"
        ?
        [
            ("referrerName", "Rikke Api"), ("referrerEmail", mailbox), ("bbuSame", "on"), ("childName", "Liva Api"), ("childBirthDate", "2019-04-01"), ("street", "Byvej 3"), ("postcode", "8000"), ("town", "Aarhus C"), ("danish", "on"),
            ("childWants", "on"), ("ownWish", "Vil gerne bage"), ("strength", "yes"), ("living", "home"), ("parentsBack", "yes"), ("parentsLanguage", "yes"), ("guardian1Name", "Mona Api"), ("guardian1Email", "anden." + mailbox),
            ("guardian1Language", "da"), ("declaration", "on"),
        ]
        :
        [
            ("members[0].name", "Fie Api"), ("members[0].birthDate", "1984-03-02"), ("members[0].email", mailbox), ("members[1].name", "Ole Api"), ("members[1].birthDate", "1983-03-02"), ("members[1].role", "adult"),
            ("members[1].email", "anden." + mailbox), ("street", "Skovvej 12"), ("postcode", "8000"), ("town", "Aarhus C"), ("weekdays", "Tuesday"), ("weekdays", "Thursday"), ("languages", "da"), ("wholeFamily", "on"),
        ];

    private static async Task<HttpResponseMessage> PostAsync(Guest guest, string path, IEnumerable<(string Name, string Value)> fields, string? key = "demo", string? idempotency = null)
    {
        // the last of a field that is typed again, but all days
        var sent = fields.Reverse().DistinctBy(field => field.Name == "weekdays" ? field.Value : field.Name).Reverse();
        using var form = new FormUrlEncodedContent(sent.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        if (idempotency is not null)
            request.Headers.Add("Idempotency-Key", idempotency);
        return await guest.Http.SendAsync(request, Cancellation);
    }
}
