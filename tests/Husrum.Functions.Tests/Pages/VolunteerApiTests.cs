using System.Net;
using System.Text.Json;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class VolunteerApiTests(DemoSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("da", "Bekræft din mailadresse")]
    [InlineData("en", "Please confirm your e-mail address")]
    public async Task An_application_is_taken_and_the_applicant_written_to_in_their_language(string language, string subject)
    {
        using var guest = site.Guest();
        var name = $"Otto{language} Skov";
        using var answer = await PostAsync(guest, [.. Applicants.Typed(name), ("functions", "online"), ("language", language)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        body.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["status"]); // where it stands only the applicant sees
        answer.Headers.Location.ShouldBeNull();
        await site.SettleAsync();
        (await site.MailsAsync(Applicants.Address(name))).ShouldHaveSingleItem().Subject.ShouldBe(subject);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("dem0")]
    public async Task Without_a_known_key_nothing_is_taken(string? key)
    {
        using var guest = site.Guest();
        using var answer = await PostAsync(guest, Applicants.Typed("Palle Vang"), key: key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await site.MailsAsync("palle@post.example")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("da", "Skriv dit navn.", "ansøgningen")]
    [InlineData("en", "Please write your name.", "application")]
    public async Task What_is_wrong_is_said_field_by_field_in_the_callers_language_and_of_an_application(string language, string name, string title)
    {
        using var guest = site.Guest();
        using var answer = await PostAsync(guest, [("department", "aarhus"), ("functions", "hjerteven"), ("motivation", "010190-1234"), ("language", language)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        body.RootElement.GetProperty("type").GetString().ShouldBe("urn:husrum:problem:invalid-application");
        body.RootElement.GetProperty("title").GetString()!.ShouldContain(title);
        var errors = body.RootElement.GetProperty("errors").EnumerateObject().ToDictionary(field => field.Name, field => field.Value[0].GetString()!);
        errors.Keys.ShouldBe(["name", "email", "birthDate", "motivation"], ignoreOrder: true);
        errors["name"].ShouldBe(name);
    }

    [Fact]
    public async Task What_is_no_form_is_refused_as_a_problem()
    {
        using var guest = site.Guest();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/volunteer-applications") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", "demo");
        using var answer = await guest.Http.SendAsync(request, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_same_key_and_application_five_times_are_one_and_another_under_it_is_refused()
    {
        using var guest = site.Guest();
        var typed = Applicants.Typed("Regitze Holm");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(guest, typed, idempotency: "regitze-0001")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        using var other = await PostAsync(guest, [.. typed, ("heardFrom", "Et opslag")], idempotency: "regitze-0001");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var said = await other.Content.ReadAsStringAsync(Cancellation);
        said.ShouldContain("idempotency-key-reused");
        said.ShouldNotContain("claim");
        said.ShouldNotContain("udlæg");
        using var weak = await PostAsync(guest, typed, idempotency: "1");
        weak.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await site.SettleAsync();
        (await site.MailsAsync("regitze@post.example")).Select(mail => mail.Template).ShouldBe(["volunteer-confirm"]);
    }

    private static async Task<HttpResponseMessage> PostAsync(Guest guest, IEnumerable<(string Name, string Value)> fields, string? key = "demo", string? idempotency = null)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/volunteer-applications") { Content = form };
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        if (idempotency is not null)
            request.Headers.Add("Idempotency-Key", idempotency);
        return await guest.Http.SendAsync(request, Cancellation);
    }
}
