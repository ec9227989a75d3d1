using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>The forms of Hjem til Os over HTTP: a family's, and a referral that two people fill in.</summary>
[Collection(nameof(DemoSite))]
public sealed class HjemTilOsFormTests(DemoSite site)
{
    private const string Karen = "karen@husrum.example";

    [Theory]
    [InlineData("/hjem-til-os/bliv-venskabsfamilie", "en voksen alene", "Ene Voksen", "En venskabsfamilie er to voksne")]
    [InlineData("/en/hjem-til-os/become-a-friend-family", "one adult alone", "Only Adult", "A friend family is two adults")]
    public async Task One_adult_alone_is_told_kindly_and_what_was_typed_stays(string path, string motivation, string name, string problem)
    {
        using var guest = site.Guest();
        var wrong = await (await guest.GetAsync(path)).PressAsync(("action", "send"), Family(name, "alene@post.example").Append(("motivation", motivation)));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain(problem);
        wrong.Value("motivation").ShouldBe(motivation);
        wrong.Value("members[0].name").ShouldBe(name);
    }

    [Fact]
    public async Task A_family_is_taken_in_confirms_its_address_and_a_task_goes_to_the_coordinator()
    {
        using var guest = site.Guest();
        (string, string)[] child = [("members[1].name", "Ida Form"), ("members[1].birthDate", "2019-05-05"), ("members[1].role", "child")];
        var sent = await (await guest.GetAsync("/hjem-til-os/bliv-venskabsfamilie")).PressAsync(("action", "send"), [.. Family("Fie Form", "fie.form@post.example"), .. child]);
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Text);
        await site.SettleAsync();
        var confirm = await guest.GetAsync(await site.LinkToAsync("fie.form@post.example", "family-confirm"));
        (await confirm.PressAsync(("answer", "confirm"))).Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        (await guest.GetAsync(await site.LinkToAsync(Karen, "case-task", "Fie Form"))).Text.ShouldContain("Ida Form");
    }

    [Fact]
    public async Task A_referral_is_saved_by_one_and_finished_by_another_and_both_parents_are_asked()
    {
        using var referrer = site.Guest();
        using var mother = site.Guest();
        var saved = await (await referrer.GetAsync("/hjem-til-os/henvisning")).PressAsync(("action", "save"), [("childName", "Liva Form"), ("referrerName", "Rikke Form"), ("town", "Aarhus")]);
        saved.Status.ShouldBe(HttpStatusCode.SeeOther);
        var hers = await mother.GetAsync(saved.Location!);
        hers.Value("childName").ShouldBe("Liva Form");
        var his = await referrer.GetAsync(saved.Location!);
        (await hers.PressAsync(("action", "save"), [("ownWish", "Vil gerne bage")])).Status.ShouldBe(HttpStatusCode.SeeOther);
        // he had the page open all along: her wish comes with what he sends
        var wrong = await his.PressAsync(("action", "send"), Rest(("declaration", "")));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("ownWish").ShouldBe("Vil gerne bage");
        wrong.Problem("declaration").ShouldNotBeNull();
        var sent = await wrong.PressAsync(("action", "send"), [("declaration", "on")]);
        sent.Status.ShouldBe(HttpStatusCode.OK, sent.Text);
        await site.SettleAsync();
        (await site.MailsAsync("mona.form@post.example")).ShouldBeEmpty();
        await (await referrer.GetAsync(await site.LinkToAsync("rikke.form@kommune.example", "referral-confirm"))).PressAsync(("answer", "confirm"));
        await site.SettleAsync();
        var asked = await mother.GetAsync(await site.LinkToAsync("mona.form@post.example", "referral-consent"));
        asked.Text.ShouldContain("Liva Form");
        (await asked.PressAsync(("answer", "given"), [("own", "on")])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await asked.PressAsync(("answer", "given"), [("own", "on"), ("municipality", "on")])).Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        (await site.MailsAsync("mona.form@post.example")).Select(mail => mail.Template).ShouldBe(["referral-consent", "referral-copy", "referral-ready-parents"], ignoreOrder: true);
        (await site.MailsAsync("mona.form@post.example")).ShouldAllBe(mail => !mail.Text.Contains("Liva"));
    }

    [Fact]
    public async Task The_drafts_link_goes_once_a_day_to_the_two_who_fill_it_in_each_in_their_language_and_says_nothing_of_it()
    {
        using var referrer = site.Guest();
        var form = await referrer.GetAsync("/hjem-til-os/henvisning");
        form.Page.QuerySelector("button[value=mail]").ShouldBeNull(); // nothing is saved yet
        var saved = await (await form.PressAsync(("action", "save"), [("childName", "Vigga Kladde"), ("town", "Aarhus")])).FollowAsync();
        var nobody = await saved.PressAsync(("action", "mail"));
        nobody.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nobody.Problem("referrerEmail").ShouldNotBeNull();
        var wrong = await nobody.PressAsync(("action", "mail"), [("referrerEmail", "rikke.kladde"), ("guardian1Email", "mona.kladde@post.example")]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("referrerEmail").ShouldBe("rikke.kladde");
        var sent = await wrong.PressAsync(("action", "mail"), [("referrerEmail", "rikke.kladde@kommune.example"), ("guardian1Email", "mona.kladde@post.example"), ("guardian1Language", "en")]);
        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
        var page = await sent.FollowAsync();
        page.Text.ShouldContain("Linket er sendt");
        (await page.PressAsync(("action", "mail"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await site.SettleAsync();

        (await site.MailsAsync("rikke.kladde@kommune.example")).ShouldHaveSingleItem().Subject.ShouldBe("Et skema til Hjem til Os");
        var mail = (await site.MailsAsync("mona.kladde@post.example")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("A form for Hjem til Os");
        foreach (var word in new[] { "Vigga", "Kladde", "Aarhus", "kommune" })
            (mail.Subject + mail.Text).ShouldNotContain(word, Case.Insensitive);
        using var mother = site.Guest();
        (await mother.GetAsync(await site.LinkToAsync("mona.kladde@post.example", "referral-draft"))).Value("childName").ShouldBe("Vigga Kladde");
    }

    [Fact]
    public async Task A_draft_writes_to_ten_addresses_and_no_more()
    {
        using var guest = site.Guest();
        var page = await (await (await guest.GetAsync("/hjem-til-os/henvisning")).PressAsync(("action", "save"), [("town", "Aarhus")])).FollowAsync();
        for (var i = 0; i < 10; i++)
            page = await (await page.PressAsync(("action", "mail"), [("referrerEmail", $"mange{i}@post.example")])).FollowAsync();
        var refused = await page.PressAsync(("action", "mail"), [("referrerEmail", "mange10@post.example")]);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await site.SettleAsync();
        (await site.MailsAsync("mange9@post.example")).ShouldHaveSingleItem();
        (await site.MailsAsync("mange10@post.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_that_was_sent_and_is_changed_can_be_sent_as_another_one()
    {
        using var guest = site.Guest();
        var saved = await (await (await guest.GetAsync("/hjem-til-os/henvisning")).PressAsync(("action", "save"), [("childName", "Tilde Form"), ("referrerName", "Rikke Form"), ("town", "Aarhus"), ("ownWish", "Vil gerne bage")])).FollowAsync();
        (await saved.PressAsync(("action", "send"), Rest(("referrerEmail", "rikke.to@kommune.example"), ("declaration", "on")))).Status.ShouldBe(HttpStatusCode.OK);
        var again = await guest.GetAsync(saved.Answer.RequestMessage!.RequestUri!.PathAndQuery);
        var asked = await again.PressAsync(("action", "send"), [("childName", "Tobias Form")]);
        asked.Status.ShouldBe(HttpStatusCode.Conflict, asked.Text);
        asked.Value("childName").ShouldBe("Tobias Form");
        (await asked.PressAsync(("action", "send"))).Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        (await site.MailsAsync("rikke.to@kommune.example")).Count(mail => mail.Template == "referral-confirm").ShouldBe(2);
    }

    private static IEnumerable<(string, string)> Family(string name, string email) =>
    [
        ("members[0].name", name), ("members[0].birthDate", "1984-03-02"), ("members[0].email", email), ("street", "Skovvej 12"), ("postcode", "8000"), ("town", "Aarhus C"),
        ("weekdays", "Tuesday"), ("languages", "da"), ("wholeFamily", "on"),
    ];

    private static IEnumerable<(string, string)> Rest(params (string, string)[] last) =>
    [
        ("referrerEmail", "rikke.form@kommune.example"), ("bbuSame", "on"), ("childBirthDate", "2019-04-01"), ("street", "Byvej 3"), ("postcode", "8000"), ("danish", "on"), ("childWants", "on"),
        ("strength", "yes"), ("living", "home"), ("parentsBack", "yes"), ("parentsLanguage", "yes"), ("guardian1Name", "Mona Form"), ("guardian1Email", "mona.form@post.example"), ("guardian1Language", "da"),
        .. last,
    ];
}
