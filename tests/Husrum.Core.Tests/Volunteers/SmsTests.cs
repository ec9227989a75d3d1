using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>What goes by SMS in a volunteer's life, to whom, and what does not.</summary>
public sealed class SmsTests
{
    private const string Phone = "20 30 40 50";

    [Fact]
    public async Task The_second_reminder_goes_by_SMS_besides_and_the_first_does_not()
    {
        await using var world = await VolunteerWorld.StartAsync();
        var id = await world.ApplyAsync(world.Form() with { Phone = Phone });
        await world.DoneAsync(id, "volunteer-confirm", "confirm");
        await world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-30T16:30"), ("time2", "2026-10-01T10:00"), ("place", "Frivilligcentret"));
        await world.House.GoToAsync("2026-09-18 12:00");
        (await SentAsync(world, id, "volunteer-book-reminder")).ShouldBe(["2026-09-03 09:00 Email", "2026-09-10 09:00 Email", "2026-09-10 09:00 Sms"]);
    }

    [Fact]
    public async Task Nobody_gets_an_SMS_before_they_have_confirmed_their_address_for_the_number_may_be_anybodys()
    {
        await using var world = await VolunteerWorld.StartAsync();
        var id = await world.ApplyAsync(world.Form() with { Phone = Phone });
        await world.House.GoToAsync("2026-10-01 12:00");
        (await world.NoticesAsync(id)).ShouldAllBe(n => n.Channel == NoticeChannel.Email);
    }

    [Theory]
    [InlineData("20 30 40 50", "Sms")]
    [InlineData("70 30 40 50", "Email")]
    [InlineData("+46 70 123 45 67", "Email")]
    [InlineData("", "Email")]
    public async Task The_day_before_talk_and_course_one_is_reminded_by_the_way_that_reaches_them(string phone, string way)
    {
        await using var world = await VolunteerWorld.StartAsync();
        var id = await world.TalkedAsync(world.Form() with { Phone = phone });
        await world.PreparedAsync(id);
        (await SentAsync(world, id, "volunteer-talk-tomorrow")).ShouldBe([$"2026-09-02 17:00 {way}"]);
        (await SentAsync(world, id, "volunteer-course-tomorrow")).ShouldBe([$"2026-09-21 17:00 {way}"]);
        var sms = (await world.NoticesAsync(id)).Where(n => n.Channel == NoticeChannel.Sms).ToList();
        sms.ShouldAllBe(n => n.UsefulUntil != null && n.Fallback != null);
    }

    [Fact]
    public async Task Withdrawn_or_booked_on_the_eve_there_is_no_reminder()
    {
        await using var world = await VolunteerWorld.StartAsync();
        var withdrawn = await world.ApplyAsync(world.Form());
        await world.DoneAsync(withdrawn, "volunteer-confirm", "confirm");
        await world.DoneAsync(withdrawn, "volunteer-times", "offer", ("time1", "2026-09-02T16:30"), ("place", "Her"));
        await world.DoneAsync(withdrawn, "volunteer-book", "2026-09-02T14:30Z");
        (await world.House.Get<Core.Cases.CaseDesk>().WithdrawAsync(world.StatusToken(withdrawn), VolunteerWorld.Ct)).ShouldBeTrue();
        await world.House.SettleAsync();
        var late = await world.ApplyAsync(world.Form(name: "Bo Bagefter"));
        await world.DoneAsync(late, "volunteer-confirm", "confirm");
        await world.DoneAsync(late, "volunteer-times", "offer", ("time1", "2026-09-02T16:30"), ("place", "Her"));
        await world.House.GoToAsync("2026-09-01 18:00");
        await world.DoneAsync(late, "volunteer-book", "2026-09-02T14:30Z");
        await world.House.GoToAsync("2026-09-02 18:00");
        (await SentAsync(world, withdrawn, "volunteer-talk-tomorrow")).ShouldBeEmpty();
        (await SentAsync(world, late, "volunteer-talk-tomorrow")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_program_stops_around_the_eve_and_the_reminder_goes_once()
    {
        await using var world = await VolunteerWorld.StartAsync();
        var id = await world.ApplyAsync(world.Form() with { Phone = Phone });
        await world.DoneAsync(id, "volunteer-confirm", "confirm");
        await world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-03T16:30"), ("place", "Her"));
        await world.DoneAsync(id, "volunteer-book", "2026-09-03T14:30Z");
        await world.House.RestartAsync();
        await world.House.GoToAsync("2026-09-02 17:00");
        await world.House.RestartAsync();
        await world.House.GoToAsync("2026-09-02 18:00");
        (await SentAsync(world, id, "volunteer-talk-tomorrow")).ShouldBe(["2026-09-02 17:00 Sms"]);
    }

    [Theory]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-02", true)]
    [InlineData("2026-09-03", false)]
    public async Task Cannot_come_soon_is_told_by_SMS_besides_and_in_good_time_by_mail_alone(string day, bool sms)
    {
        await using var world = await VolunteerWorld.StartAsync();
        var astrid = await world.MadeVolunteerAsync("Astrid Ansøger", ["arrangoer"]);
        await world.House.Get<Core.People.PersonDirectory>().FindOrCreateByEmailAsync("bo@eksempel.example", "Bo Ven", "da", "+4520304050", VolunteerWorld.Ct);
        await world.MadeVolunteerAsync("Bo Ven", ["arrangoer"]);
        await world.House.Get<Core.Volunteers.Absence.AbsenceDesk>().TellAsync(world.PageToken(astrid), day, "", VolunteerWorld.Ct);
        var notices = await InAsync(world, Core.Register.Partitions.Person(astrid));
        notices.Where(n => n.Template == "absence-fellow").Select(n => n.Channel).Order().ShouldBe(sms ? [NoticeChannel.Email, NoticeChannel.Sms] : [NoticeChannel.Email]);
        ShouldBePlain(notices, Core.Volunteers.VolunteerServices.Specs);
    }

    [Fact]
    public async Task An_offer_asked_for_again_and_a_function_that_pauses_go_by_SMS_besides()
    {
        await using var world = await VolunteerWorld.StartAsync();
        await world.House.Get<Core.People.PersonDirectory>().FindOrCreateByEmailAsync("bo@eksempel.example", "Bo Ven", "da", "+4520304050", VolunteerWorld.Ct);
        var bo = await world.MadeVolunteerAsync("Bo Ven", ["legeven"]);
        await world.House.Get<Core.Volunteers.Functions.FunctionDesk>().OfferAsync(bo, "arrangoer", "", world.House.Coordinator, VolunteerWorld.Ct);
        var note = new Core.Certificates.CertificateNote(Core.Certificates.CertificateKind.Children) { Outcome = Core.Certificates.CertificateOutcome.Clean, RenewBy = new DateOnly(2026, 9, 30), ConsentSettled = true };
        await world.House.Get<Core.Volunteers.Renewal.RenewalStarter>().StartAsync(bo, "aarhus", [note], VolunteerWorld.Ct);
        await world.House.GoToAsync("2026-10-02 12:00");
        var offer = (await world.CasesAsync<Core.Volunteers.Functions.FunctionRequest>(bo)).ShouldHaveSingleItem();
        var renewal = (await world.CasesAsync<Core.Volunteers.Renewal.CertificateRenewal>(bo)).ShouldHaveSingleItem();
        Notice[] notices = [.. await InAsync(world, Core.Volunteers.Functions.FunctionProcess.Prefix + offer.Id), .. await InAsync(world, Core.Volunteers.Renewal.RenewalProcess.Prefix + renewal.Id)];
        notices.Where(n => n.Channel == NoticeChannel.Sms).Select(n => n.Template).Order().ShouldBe(["certificate-paused", "function-offer-reminder"]);
        ShouldBePlain(notices, Core.Volunteers.VolunteerServices.Specs);
    }

    [Fact]
    public async Task Every_SMS_is_one_segment_in_both_languages_and_says_neither_name_nor_place()
    {
        await using var world = await VolunteerWorld.StartAsync();
        var catalogue = MessageCatalogue.Load(ApplicationMessages.Specs);
        var id = await world.TalkedAsync(world.Form(name: "Anne-Margrethe Kjærgaard-Østergård") with { Phone = Phone });
        await world.PreparedAsync(id);
        foreach (var sms in (await world.NoticesAsync(id)).Where(n => n.Channel == NoticeChannel.Sms))
        {
            foreach (var language in (string[])["da", "en"])
            {
                var text = catalogue.Render(sms with { Language = language }, _ => TemplateLink.Sms.Longest).Text;
                Gsm7.Septets(text).ShouldBeLessThanOrEqualTo(Gsm7.Segment);
                Gsm7.FirstForeign(text).ShouldBe(-1);
                text.ShouldNotContain("Anne");
                text.ShouldNotContain("Frivilligcentret");
            }
        }
    }

    // one segment in both languages; neither a name nor a certificate nor a function
    private static void ShouldBePlain(IEnumerable<Notice> notices, IReadOnlyList<TemplateSpec> specs)
    {
        var catalogue = MessageCatalogue.Load(specs);
        foreach (var sms in notices.Where(n => n.Channel == NoticeChannel.Sms))
        {
            foreach (var language in (string[])["da", "en"])
            {
                var text = catalogue.Render(sms with { Language = language }, _ => TemplateLink.Sms.Longest).Text;
                Gsm7.Septets(text).ShouldBeLessThanOrEqualTo(Gsm7.Segment);
                Gsm7.FirstForeign(text).ShouldBe(-1);
                foreach (var word in (string[])["Astrid", "Bo ", "attest", "certificate", "arrang", "legeven"])
                    text.ShouldNotContain(word);
            }
        }
    }

    private static async Task<IReadOnlyList<Notice>> InAsync(VolunteerWorld world, string partition)
    {
        var notices = new List<Notice>();
        await foreach (var notice in world.House.Register.QueryAsync<Notice>(partition, "notice:", cancellation: VolunteerWorld.Ct))
            notices.Add(notice.Value);
        return notices;
    }

    private static async Task<IReadOnlyList<string>> SentAsync(VolunteerWorld world, string id, string template) =>
    [
        .. (await world.NoticesAsync(id)).Where(n => n.Template == template)
            .Select(n => $"{WallTime.LocalDate(n.Due):yyyy-MM-dd} {WallTime.LocalTime(n.Due):HH\\:mm} {n.Channel}").Order(StringComparer.Ordinal),
    ];
}
