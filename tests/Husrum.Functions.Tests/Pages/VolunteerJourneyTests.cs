using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>Whole lives over HTTP on the virtual clock, each by the links of its messages; the rehearsal's organisation with functions of every kind.</summary>
public sealed class VolunteerJourneyTests : IAsyncLifetime
{
    private readonly OwnRehearsal _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_heart_friend_of_29_is_told_why_not_and_one_of_30_is_not()
    {
        using var guest = _site.Guest();
        var form = await guest.GetAsync("/bliv-frivillig");
        var young = await form.PressAsync(("action", "send"), [.. Applicants.Typed("Hjalte Lund"), ("functions", "hjerteven"), ("birthDate", "1996-09-01")]);
        young.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        young.Problem("functions")!.ShouldContain("30");
        var grown = await form.PressAsync(("action", "send"), [.. Applicants.Typed("Hjalte Lund"), ("functions", "hjerteven"), ("birthDate", "1996-08-31")]);
        grown.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_adult_of_a_friend_family_with_both_certificates_of_which_one_was_not_consented_to_the_first_time()
    {
        const string name = "Frida Kold";
        const string mailbox = "frida@post.example";
        await _site.TalkedAsync(name, "venskabsfamilie");
        await _site.TaskAsync(name, "bestille børneattesten", "ordered");
        await _site.TaskAsync(name, "bestille straffeattesten", "ordered");
        await _site.AnswerAsync(mailbox, "volunteer-declaration", null, "signed", ("agree", "on"));
        await _site.TaskAsync(name, "straffeattesten er kommet", "clean", ("deleted", "on"));
        await _site.TurnToAsync("2026-09-18T10:00");
        (await _site.MailsAsync(mailbox)).Count(mail => mail.Template == "volunteer-consent-reminder").ShouldBe(2);
        await _site.TaskAsync(name, "børneattesten er kommet", "no-consent", ("deleted", "on"));
        await _site.TaskAsync(name, "bestille børneattesten", "ordered");
        await _site.AnswerAsync(mailbox, "volunteer-consent", null, "done");
        await _site.TaskAsync(name, "børneattesten er kommet", "clean", ("deleted", "on"));
        var page = await _site.CourseAndYesAsync(name);
        using var guest = _site.Guest();
        (await guest.GetAsync(page)).Text.ShouldContain("voksen i en venskabsfamilie");
        using var karen = await _site.StaffAsync(VolunteerWay.Karen);
        var row = (await karen.GetAsync("/frivillige")).Page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
        row.ShouldContain("børneattest: 18.9.2028");
        row.ShouldContain("straffeattest: 3.9.2028");

        // two years on nobody has renewed them: blocked, told, shown
        await _site.TurnToAsync("2028-09-05T10:00");
        (await _site.MailsAsync(VolunteerWay.Karen)).ShouldContain(mail => mail.Template == "certificate-overdue" && mail.Text.Contains(name, StringComparison.Ordinal));
        (await guest.GetAsync(page)).Text.ShouldContain("holder pause");
        using var later = await _site.StaffAsync(VolunteerWay.Karen);
        (await later.GetAsync("/frivillige")).Page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).TextContent.ShouldContain("spærret");
    }

    [Fact]
    public async Task A_network_friend_from_the_form_to_the_farewell()
    {
        const string name = "Niels Birk";
        await _site.TalkedAsync(name, "netvaerksven");
        await _site.AnswerAsync("niels@post.example", "volunteer-declaration", null, "signed", ("agree", "on"));
        var page = await _site.CourseAndYesAsync(name);
        (await _site.MailsAsync("niels@post.example")).Single(mail => mail.Template == "volunteer-welcome").Text.ShouldContain("netværksven");
        using var guest = _site.Guest();
        await (await guest.GetAsync(page)).PressAsync(("", ""), [("lastDay", "2027-03-31")], having: "lastDay");
        await _site.TurnToAsync("2027-04-01T09:00");
        (await _site.MailsAsync("niels@post.example"))[^1].Template.ShouldBe("farewell-thanks");
        (await guest.GetAsync(page)).Text.ShouldContain("31. marts 2032");
    }

    [Fact]
    public async Task One_who_stops_and_comes_back_after_seven_months_applies_again_and_is_linked_to_the_old_application()
    {
        var page = await _site.WelcomedAsync("Ella Vang");
        using var guest = _site.Guest();
        (await (await guest.GetAsync(page)).PressAsync(("", ""), [("lastDay", "2026-11-30")], having: "lastDay")).Status.ShouldBe(HttpStatusCode.OK);
        await _site.SettleAsync();
        await _site.TaskAsync("Ella Vang", "tager over", "done");
        await _site.TurnToAsync("2026-12-01T09:00");
        (await _site.MailsAsync("ella@post.example")).ShouldContain(mail => mail.Template == "farewell-thanks" && mail.Text.Contains("resten af livet", StringComparison.Ordinal));
        (await guest.GetAsync(page)).Text.ShouldContain("Du er stoppet som frivillig");

        await _site.TurnToAsync("2027-07-01T09:00");
        await _site.ApplyAsync("Ella Vang");
        await _site.AnswerAsync("ella@post.example", "volunteer-confirm", null, "confirm");
        var task = await _site.TaskPageAsync(VolunteerWay.Karen, "Ella Vang");
        task.Text.ShouldContain("Har søgt før");
    }

    [Fact]
    public async Task Rejected_kindly_and_forgotten_after_half_a_year()
    {
        await _site.ApplyAsync("Gerda Krog");
        await _site.AnswerAsync("gerda@post.example", "volunteer-confirm", null, "confirm");
        await _site.AnswerAsync(VolunteerWay.Karen, "case-task", "Gerda Krog", "reject");
        (await _site.MailsAsync("gerda@post.example"))[^1].Template.ShouldBe("volunteer-rejected");
        await _site.TurnToAsync("2027-03-15T09:00");
        (await _site.MailsAsync("gerda@post.example")).ShouldBeEmpty();
        (await _site.Part<Husrum.Core.People.PersonDirectory>().FindByEmailAsync("gerda@post.example", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Moved_by_link_the_coordinator_is_told_and_the_mail_carries_the_appointment()
    {
        await _site.ApplyAsync("Julie Dam");
        await _site.AnswerAsync("julie@post.example", "volunteer-confirm", null, "confirm");
        await _site.AnswerAsync(VolunteerWay.Karen, "case-task", "Julie Dam", "offer", ("time1", "2026-09-03T16:30"), ("time2", "2026-09-04T10:00"), ("place", "Caféen"));
        await _site.AnswerAsync("julie@post.example", "volunteer-book", null, "2026-09-03T14:30Z");
        (await _site.MailsAsync("julie@post.example")).Single(mail => mail.Template == "volunteer-booked").Calendar.ShouldNotBeNull().ShouldContain("DTSTART:20260903T143000Z");
        using var guest = _site.Guest();
        var own = await guest.GetAsync(await _site.LinkToAsync("julie@post.example", "volunteer-booked"));
        var moved = await own.PressAsync(("goer", "moved"));
        moved.Status.ShouldBe(HttpStatusCode.OK);
        await _site.SettleAsync();
        (await _site.MailsAsync(VolunteerWay.Karen)).ShouldContain(mail => mail.Template == "volunteer-moved-staff" && mail.Text.Contains("Julie Dam", StringComparison.Ordinal));
        await _site.AnswerAsync("julie@post.example", "volunteer-book", null, "2026-09-04T08:00Z");
        (await _site.MailsAsync("julie@post.example")).Last(mail => mail.Template == "volunteer-booked").Calendar!.ShouldContain("SEQUENCE:2");
    }

    [Fact]
    public async Task On_leave_and_back_again()
    {
        var page = await _site.WelcomedAsync("Kaja Friis");
        using var guest = _site.Guest();
        await (await guest.GetAsync(page)).PressAsync(("", ""), [("from", "2026-12-01"), ("until", "2027-03-01")], having: "from");
        await _site.TurnToAsync("2027-02-01T12:00");
        await _site.AnswerAsync("kaja@post.example", "leave-reminder", null, "back");
        (await guest.GetAsync(page)).Text.ShouldContain("Du er frivillig hos os");
        (await _site.MailsAsync(VolunteerWay.Karen)).ShouldContain(mail => mail.Template == "leave-returned" && mail.Text.Contains("Kaja Friis", StringComparison.Ordinal));
    }
}
