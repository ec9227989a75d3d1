using System.Net;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.Tests.Pages;

/// <summary>How people are written to: the link of an SMS, and a volunteer's own choice.</summary>
[Collection(nameof(DemoSite))]
public sealed class ContactTests(DemoSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_thanks_to_SMS_by_the_link_in_one_and_yes_again_by_the_same()
    {
        var (person, link) = await SmsAsync("Viola Park");
        using var guest = site.Guest();
        for (var i = 0; i < 50; i++)
            (await guest.SendAsync(new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Head : HttpMethod.Get, link))).Status.ShouldBe(HttpStatusCode.OK);
        (await ChoicesAsync(person)).NoSmsSince.ShouldBeNull();
        var page = await guest.GetAsync(link);
        page.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldStartWith("/frivillig?t=");
        var no = await page.PressAsync(("sms", "off"));
        no.Text.ShouldContain("ikke flere SMS");
        (await no.PressAsync(("sms", "off"))).Status.ShouldBe(HttpStatusCode.OK); // pressed twice
        (await ChoicesAsync(person)).NoSmsSince.ShouldNotBeNull();
        (await no.PressAsync(("sms", "on"))).Text.ShouldContain("du får SMS igen");
        (await ChoicesAsync(person)).NoSmsSince.ShouldBeNull();
        (await guest.GetAsync(link + "&sprog=en")).Text.ShouldContain("Would you rather not");
    }

    [Theory]
    [InlineData("/s")]
    [InlineData("/s?t=")]
    [InlineData("/s?t=1111111111111111111111")]
    [InlineData("/s?t=0000000000000000000000")]
    [InlineData("/frivillig/kontakt")]
    [InlineData("/frivillig/kontakt?t=no.such")]
    public async Task A_link_that_is_none_opens_nothing(string link)
    {
        using var guest = site.Guest();
        (await guest.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_who_says_no_after_an_SMS_was_written_gets_the_e_mail_instead_and_what_is_written_says_why()
    {
        var (person, link) = await SmsAsync("Villads Eng", due: DateTimeOffset.UtcNow.AddYears(1));
        await ChooseAsync(link);
        var waiting = await NoticeAsync(person);
        var due = site.Part<Husrum.Functions.Clock.VirtualClock>().Now;
        await site.Part<IRegister>().CommitAsync(
            new RegisterBatch(waiting.Partition).Replace(waiting.Row, waiting.Value with { Due = due }, waiting.ETag)
                .Index(Partitions.NoticeDueIndex, Outbox.DueRow(due, waiting.Partition, waiting.Row), new NoticePlace(waiting.Partition, waiting.Row)),
            Ct);
        await site.SettleAsync();
        var sms = (await NoticeAsync(person)).Value;
        (sms.State, sms.IsPassedOn, sms.Sent).ShouldBe((NoticeState.Dropped, true, null));
        var mail = (await site.MailsAsync("villads@post.example")).ShouldHaveSingleItem();
        (mail.Channel, mail.Template).ShouldBe(("email", "leave-reminder"));
    }

    [Fact]
    public async Task A_volunteer_says_how_they_want_to_be_written_to_and_news_is_a_choice_of_its_own()
    {
        var path = (await site.VolunteerAsync("Vera Holm")).Replace("/frivillig?", "/frivillig/kontakt?", StringComparison.Ordinal);
        using var guest = site.Guest();
        var page = await guest.GetAsync(path);
        var wrong = await page.PressAsync(("", ""), [("phone", "12"), ("news", "on")], having: "phone");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("phone").ShouldBe("12");
        wrong.Problem("phone").ShouldNotBeNullOrEmpty();
        var person = (await site.Part<PersonDirectory>().FindByEmailAsync("vera@post.example", Ct)).ShouldNotBeNull();
        (await ChoicesAsync(person)).NewsSince.ShouldBeNull();

        (await wrong.PressAsync(("", ""), [("phone", "0045 2030 4050"), ("sms", "on"), ("news", "on")], having: "phone")).Text.ShouldContain("Gemt");
        var kept = (await site.Part<PersonDirectory>().ReachAsync(person, Ct)).ShouldNotBeNull();
        (kept.Phone, kept.Choices.NoSmsSince).ShouldBe(("+4520304050", null));
        kept.Choices.NewsSince.ShouldNotBeNull();

        var service = await (await guest.GetAsync(path)).PressAsync(("", ""), [("phone", "70 20 30 40"), ("sms", "on")], having: "phone");
        service.Text.ShouldContain("ikke sende SMS til det nummer");
        (await (await guest.GetAsync(path)).PressAsync(("", ""), [("phone", "")], having: "phone")).Status.ShouldBe(HttpStatusCode.OK);
        var last = (await site.Part<PersonDirectory>().ReachAsync(person, Ct)).ShouldNotBeNull();
        last.Phone.ShouldBeNull();
    }

    private async Task ChooseAsync(string link)
    {
        using var guest = site.Guest();
        await (await guest.GetAsync(link)).PressAsync(("sms", "off"));
    }

    private async Task<ContactChoices> ChoicesAsync(string person) => (await site.Part<PersonDirectory>().ReachAsync(person, Ct)).ShouldNotBeNull().Choices;

    private async Task<Stored<Notice>> NoticeAsync(string person)
    {
        await foreach (var notice in site.Part<IRegister>().QueryAsync<Notice>("leave:sms-" + person, Outbox.RowPrefix, cancellation: Ct))
        {
            if (notice.Value.Channel == NoticeChannel.Sms)
                return notice;
        }

        throw new InvalidOperationException("There is no SMS.");
    }

    private async Task<(string Person, string Link)> SmsAsync(string name, DateTimeOffset? due = null)
    {
        await site.VolunteerAsync(name);
        var person = (await site.Part<PersonDirectory>().FindByEmailAsync(Applicants.Address(name), Ct)).ShouldNotBeNull();
        var reach = (await site.Part<PersonDirectory>().ReachAsync(person, Ct)).ShouldNotBeNull() with { Phone = "+4520304050" };
        await site.Part<PersonNotices>().PutOnceAsync(
            "leave:sms-" + person,
            [
                new PersonNotice
                {
                    CaseId = "sms-" + person,
                    Step = "reminder",
                    Date = new DateOnly(2026, 9, 1),
                    To = reach,
                    Template = "leave-reminder",
                    Way = NoticeWay.SmsOrEmail,
                    Fields = [new("from", "i dag"), new("until", "i morgen"), new("brief", "1.9.2026")],
                    Links = [("answer", new NoticeLink("/frivillig", Husrum.Core.Volunteers.VolunteerBook.TokenIdOf(person)))],
                    Due = due ?? site.Part<Husrum.Functions.Clock.VirtualClock>().Now,
                },
            ],
            Ct);
        await site.SettleAsync();
        var code = site.Part<ShortLinks>().CodeFor((await NoticeAsync(person)).Value.Links[PersonNotices.SmsLink].TokenId!);
        return (person, ShortLinks.PathOf(code));
    }
}
