using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class VolunteerTests(DemoSite site)
{
    private const string Karen = "karen@husrum.example";

    [Theory]
    [InlineData("/bliv-frivillig", "Skriv")]
    [InlineData("/en/volunteer", "write")]
    public async Task A_form_with_errors_keeps_everything_that_was_typed_ticks_too(string path, string word)
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync(path);
        var wrong = await form.PressAsync(("action", "send"),
        [
            ("department", "horsens"), ("name", "Åse Ø"), ("email", "aase-post.example"), ("phone", "12"), ("birthDate", "31. maj 1990"), ("functions", "hjerteven"),
            ("motivation", "Fordi jeg \"vil\" <gerne>"), ("languages", "Dansk, arabisk"), ("heardFrom", "Frivilligjob"),
        ]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("department").ShouldBe("horsens");
        wrong.Value("name").ShouldBe("Åse Ø");
        wrong.Value("email").ShouldBe("aase-post.example");
        wrong.Value("phone").ShouldBe("12");
        wrong.Value("birthDate").ShouldBe("31. maj 1990");
        wrong.Value("motivation").ShouldBe("Fordi jeg \"vil\" <gerne>");
        wrong.Value("languages").ShouldBe("Dansk, arabisk");
        wrong.Value("heardFrom").ShouldBe("Frivilligjob");
        wrong.Value("submissionId").ShouldBe(form.Value("submissionId"));
        Ticked(wrong).ShouldBe(["hjerteven"]);
        foreach (var field in (string[])["email", "phone", "birthDate"])
            wrong.Problem(field).ShouldNotBeNullOrEmpty(field);
        wrong.Problem("birthDate")!.ShouldContain(word);
        foreach (var field in (string[])["name", "department", "functions", "motivation"])
            wrong.Problem(field).ShouldBeNull(field);
    }

    [Fact]
    public async Task What_was_typed_and_ticked_comes_along_into_the_other_language()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/bliv-frivillig");
        var english = await form.PressAsync(("action", "language"), [("name", "Bente"), ("functions", "online"), ("motivation", "Tid")], having: "submissionId", also: request => request.RequestUri = new Uri("/en/volunteer", UriKind.Relative));
        english.Status.ShouldBe(HttpStatusCode.OK);
        english.Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.Value("name").ShouldBe("Bente");
        english.Value("motivation").ShouldBe("Tid");
        Ticked(english).ShouldBe(["online"]);
    }

    [Theory]
    [InlineData("010190-1234")]
    [InlineData("0101901234")]
    public async Task A_number_like_a_CPR_number_is_refused_kindly_in_every_text(string number)
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/bliv-frivillig");
        foreach (var field in (string[])["name", "motivation", "languages", "heardFrom"])
        {
            var wrong = await form.PressAsync(("action", "send"), [.. Applicants.Typed("Cilja Lund"), (field, "Jeg er " + number)]);
            wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            wrong.Problem(field)!.ShouldContain("CPR");
        }

        (await site.MailsAsync("cilja@post.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_after_sending_is_the_same_whether_or_not_the_address_has_an_open_application()
    {
        var first = await site.ApplyAsync("Dorit Ager");
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Text.ShouldContain("Se i din mail nu");
        var second = await site.ApplyAsync("Dorit Ager");
        second.Status.ShouldBe(first.Status);
        second.Text.ShouldBe(first.Text);
        (await site.MailsAsync("dorit@post.example")).Select(mail => mail.Template).ShouldBe(["volunteer-again", "volunteer-confirm"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_application_and_with_other_content_it_is_asked_about()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/bliv-frivillig");
        (await form.PressAsync(("action", "send"), Applicants.Typed("Elin Busk"))).Status.ShouldBe(HttpStatusCode.OK);
        (await form.PressAsync(("action", "send"), Applicants.Typed("Elin Busk"))).Status.ShouldBe(HttpStatusCode.OK);
        var other = await form.PressAsync(("action", "send"), [.. Applicants.Typed("Elin Busk"), ("motivation", "Noget helt andet")]);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Value("motivation").ShouldBe("Noget helt andet");
        other.Value("submissionId").ShouldNotBe(form.Value("submissionId"));
        await site.SettleAsync();
        (await site.MailsAsync("elin@post.example")).Select(mail => mail.Template).ShouldBe(["volunteer-confirm"]);
    }

    [Fact]
    public async Task Fifty_looks_at_an_answer_link_change_nothing_and_the_answer_counts_once()
    {
        await site.ApplyAsync("Frode Hegn");
        var link = await site.LinkToAsync("frode@post.example", "volunteer-confirm");
        using var guest = site.Guest();
        for (var i = 0; i < 50; i++)
            (await guest.SendAsync(new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Head : HttpMethod.Get, link))).Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        (await site.MailsAsync("frode@post.example")).Count.ShouldBe(1);

        var page = await guest.GetAsync(link);
        var yes = await page.PressAsync(("answer", "confirm"));
        yes.Status.ShouldBe(HttpStatusCode.OK);
        yes.Text.ShouldContain("Mailadressen er bekræftet");
        yes.Text.ShouldContain("Svaret af Frode Hegn");
        var seen = await guest.GetAsync(link);
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text.ShouldContain("Svaret af Frode Hegn mandag den 31. august 2026 kl. 8.00");
        seen.Page.QuerySelector("button[name=answer]").ShouldBeNull();
    }

    [Fact]
    public async Task The_second_of_two_answers_is_told_who_answered_and_when()
    {
        var link = await TaskAsync("Gudrun Bo");
        using var guest = site.Guest();
        var page = await guest.GetAsync(link);
        var (one, other) = (await page.PressAsync(("", ""), [("answer", "reject")]), await page.PressAsync(("", ""), [("answer", "offer"), ("time1", "2026-09-10T10:00"), ("place", "Caféen")]));
        one.Status.ShouldBe(HttpStatusCode.OK);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Text.ShouldContain("Der er allerede svaret");
        other.Text.ShouldContain("nej tak til ansøgningen");
        other.Text.ShouldContain("Svaret af Karen Lundgaard mandag den 31. august 2026 kl. 8.00");
        await site.SettleAsync();
        (await site.MailsAsync("gudrun@post.example"))[^1].Template.ShouldBe("volunteer-rejected");
    }

    [Fact]
    public async Task A_wrong_answer_keeps_what_was_typed()
    {
        using var guest = site.Guest();
        var page = await guest.GetAsync(await TaskAsync("Hedvig Lyng"));
        var wrong = await page.PressAsync(("", ""), [("answer", "offer"), ("time1", "på torsdag"), ("time2", "2026-09-10T10:00"), ("place", "Ring på <døren>")]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("time1").ShouldNotBeNull();
        wrong.Value("time1").ShouldBe("på torsdag");
        wrong.Value("time2").ShouldBe("2026-09-10T10:00");
        wrong.Value("place").ShouldBe("Ring på <døren>");
        wrong.Page.QuerySelector("input[name=answer][checked]")!.GetAttribute("value").ShouldBe("offer");
        (await page.PressAsync(("", ""), [("time1", "2026-09-10T10:00"), ("place", "Her")])).Problem("answer").ShouldBe("Vælg et svar.");
        (await wrong.PressAsync(("", ""), [("answer", "offer"), ("time1", "2026-09-10T12:00")])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_that_is_dead_tampered_with_or_for_something_else_looks_the_same()
    {
        await site.ApplyAsync("Inger Mark");
        var answer = await site.LinkToAsync("inger@post.example", "volunteer-confirm");
        using var guest = site.Guest();
        await (await guest.GetAsync(answer)).PressAsync(("answer", "confirm"));
        await site.SettleAsync();
        var own = await site.VolunteerAsync("Jonna Ravn");
        string[] dead =
        [
            "/svar", "/svar?t=0123456789abcdefghjkmnpqrs.AAAA", answer[..^2] + (answer[^2..] == "AA" ? "BB" : "AA"),
            own.Replace("/frivillig", "/svar", StringComparison.Ordinal), answer.Replace("/svar", "/min-sag", StringComparison.Ordinal), answer.Replace("/svar", "/frivillig", StringComparison.Ordinal),
            own.Replace("/frivillig", "/min-sag", StringComparison.Ordinal), "/min-sag", "/frivillig",
        ];
        var neutral = await guest.GetAsync("/afgoer?t=intet.intet");
        foreach (var link in dead)
        {
            var page = await guest.GetAsync(link);
            page.Status.ShouldBe(HttpStatusCode.NotFound, link);
            page.Text.ShouldBe(neutral.Text, link);
        }
    }

    [Fact]
    public async Task Taken_back_on_ones_own_page_nobody_is_asked_any_more()
    {
        var task = await TaskAsync("Karla Holt");
        using var guest = site.Guest();
        var own = await guest.GetAsync(await StatusAsync("Karla Holt"));
        own.Status.ShouldBe(HttpStatusCode.OK);
        own.Text.ShouldContain("Vi aftaler en samtale");
        var done = await own.PressAsync(("", ""), having: "t");
        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Text.ShouldContain("Du har trukket ansøgningen tilbage");
        done.Page.QuerySelector("button.danger").ShouldBeNull();
        await site.SettleAsync();
        var again = await own.PressAsync(("", ""), having: "t");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Text.ShouldContain("allerede afsluttet");

        var late = await guest.GetAsync(task);
        late.Status.ShouldBe(HttpStatusCode.OK);
        late.Page.QuerySelector("[name=answer]").ShouldBeNull();
        late.Text.ShouldContain("behøver ikke at svare");
        using var karen = await site.StaffAsync(Karen);
        (await karen.GetAsync("/opgaver")).Text.ShouldNotContain("Karla Holt");
    }

    [Fact]
    public async Task Staff_see_the_tasks_of_their_own_departments_only()
    {
        await TaskAsync("Leonora Birk");
        using var karen = await site.StaffAsync(Karen);
        var list = await karen.GetAsync("/opgaver");
        list.Text.ShouldContain("Leonora Birk");
        var task = list.Page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/svar']").Single(link => link.TextContent.Contains("Leonora Birk", StringComparison.Ordinal));
        (await karen.GetAsync(task.GetAttribute("href")!)).Text.ShouldContain("Tilbyd tider til en samtale");

        using var jens = await site.StaffAsync("jens@husrum.example");
        (await jens.GetAsync("/opgaver")).Text.ShouldNotContain("Leonora Birk");
        using var operations = await site.StaffAsync("drift@husrum.example");
        (await operations.GetAsync("/opgaver")).Text.ShouldNotContain("Leonora Birk");
        using var stranger = site.Guest();
        (await stranger.GetAsync("/opgaver")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Leave_beyond_six_months_is_refused_with_the_reason_and_what_was_typed_stays()
    {
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.VolunteerAsync("Malou Eng"));
        page.Text.ShouldContain("Du er frivillig hos os");
        var wrong = await page.PressAsync(("", ""), [("from", "2026-09-01"), ("until", "2027-03-02")], having: "from");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("until")!.ShouldContain("højst vare 6 måneder");
        wrong.Problem("until")!.ShouldContain("1. marts 2027");
        wrong.Value("from").ShouldBe("2026-09-01");
        wrong.Value("until").ShouldBe("2027-03-02");
        (await site.MailsAsync("malou@post.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leave_asked_for_twice_is_recorded_once_and_the_coordinator_hears_when_they_are_back()
    {
        using var guest = site.Guest();
        var address = await site.VolunteerAsync("Nikoline Toft");
        var page = await guest.GetAsync(address);
        foreach (var _ in (int[])[1, 2])
            (await page.PressAsync(("", ""), [("from", "2026-09-01"), ("until", "2026-12-01")], having: "from")).Text.ShouldContain("Du har orlov");
        await site.SettleAsync();
        (await site.MailsAsync("nikoline@post.example")).Select(mail => mail.Template).ShouldBe(["leave-begun"]);

        var back = await (await guest.GetAsync(await site.LinkToAsync("nikoline@post.example", "leave-begun"))).PressAsync(("", ""), [("answer", "back")]);
        back.Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        (await guest.GetAsync(address)).Text.ShouldContain("Du er frivillig hos os");
        (await site.MailsAsync(Karen)).ShouldContain(mail => mail.Template == "leave-returned" && mail.Text.Contains("Nikoline Toft", StringComparison.Ordinal));
    }

    private static string[] Ticked(Sheet sheet) => [.. sheet.Page.QuerySelectorAll<IHtmlInputElement>("input[name=functions]").Where(box => box.IsChecked).Select(box => box.Value)];

    // applied and confirmed: the coordinator's first task
    private async Task<string> TaskAsync(string name)
    {
        await site.ApplyAsync(name);
        using var guest = site.Guest();
        (await (await guest.GetAsync(await site.LinkToAsync(Applicants.Address(name), "volunteer-confirm"))).PressAsync(("answer", "confirm"))).Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        return await site.LinkToAsync(Karen, "case-task", name);
    }

    // whoever applies again gets the link to the application that is open
    private async Task<string> StatusAsync(string name)
    {
        await site.ApplyAsync(name);
        return await site.LinkToAsync(Applicants.Address(name), "volunteer-again");
    }
}
