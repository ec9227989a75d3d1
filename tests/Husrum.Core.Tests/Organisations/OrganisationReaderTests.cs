using Husrum.Core.Organisations;

namespace Husrum.Core.Tests.Organisations;

public sealed class OrganisationReaderTests
{
    private static readonly string File = DefaultOrganisation.Write(DefaultOrganisation.Value);

    [Fact]
    public void The_first_file_reads_and_has_the_seven_departments()
    {
        var organisation = OrganisationReader.Read(File);
        organisation.Departments.Select(d => d.Name).ShouldBe(["Aarhus", "Horsens", "Silkeborg", "Viborg", "Randers", "Esbjerg", "Skanderborg"]);
        organisation.Departments.ShouldAllBe(d => d.Mailbox.EndsWith("@husrum.example"));
        organisation.Limits.SecondApprovalKr.ShouldBe(2_000);
        organisation.Department("aarhus")!.Name.ShouldBe("Aarhus");
        organisation.Department("odense").ShouldBeNull();
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_with_its_place()
    {
        var problems = Problems("""
            {
              "id": "Hus Rum", "name": "", "languages": ["da", "de"], "mailbox": "kontakt",
              "senders": { "email": "noreply@husrum.example", "sms": "Rødt Kors Ungdom" },
              "departments": [ { "id": "aarhus", "name": "Aarhus", "malbox": "aarhus@husrum.example" }, "Horsens" ],
              "limits": { "secondApprovalKr": "2000" },
              "apiKeys": [ { "name": "hjemmesiden", "sha256": "hemmelig" } ],
              "nickname": "H"
            }
            """);
        problems.Select(p => p[..p.IndexOf(':')]).ShouldBe(
            [
                "id", "name", "languages[1]", "mailbox", "senders.emailName", "senders.sms", "departments[0].mailbox", "departments[0].malbox",
                "departments[1]", "limits.secondApprovalKr", "apiKeys[0].sha256", "nickname",
            ]);
        problems.ShouldNotContain(p => p.Contains("hemmelig"));
    }

    [Fact]
    public void The_same_department_twice_is_a_slip() =>
        Problems(File.Replace("\"id\": \"horsens\"", "\"id\": \"aarhus\"")).ShouldBe(["departments[1].id: stands in the list already."]);

    [Fact]
    public void A_file_that_is_not_JSON_says_where() =>
        Problems("{\n  \"id\": \"husrum\"\n  \"name\": 1\n}").ShouldHaveSingleItem().ShouldContain("line 3");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"id\": 1, \"id\": 2}")]
    public void A_file_of_another_shape_is_refused_in_words(string json) => Problems(json).ShouldNotBeEmpty();

    [Fact]
    public void Remarks_and_a_last_comma_are_forgiven() =>
        OrganisationReader.Read("// vores\n" + File.Replace("\"secondApprovalKr\": 2000", "\"secondApprovalKr\": 500,")).Limits.SecondApprovalKr.ShouldBe(500);

    [Fact]
    public void Meetings_whose_dates_are_set_are_read_and_what_does_not_fit_is_said_with_its_place()
    {
        string With(string meetings) => File.Replace("\"meetings\": []", $"\"meetings\": [{meetings}]");
        OrganisationReader.Read(File.Replace("\"meetings\": []", "\"$schema\": \"\"")).Volunteering!.Meetings.ShouldBeEmpty(); // as written by earlier versions
        var read = OrganisationReader.Read(With("""
            { "id": "m-1", "kind": "supervision", "department": "aarhus", "date": "2026-10-20", "from": "16:00", "until": "18:00", "place": "Frivilligcentret" },
            { "id": "m-2", "kind": "volunteerMeeting", "department": "*", "date": "2026-11-05", "from": "17:00", "until": "19:30", "place": "Caféen", "note": "Der er mad.", "functions": ["gruppeleder"], "inviteDaysBefore": 14 }
            """)).Volunteering!.Meetings;
        read.Select(m => (m.Kind, m.Date, m.Until, m.InviteDaysBefore)).ShouldBe(
            [(Core.Gatherings.GatheringKind.Supervision, new DateOnly(2026, 10, 20), new TimeOnly(18, 0), 28), (Core.Gatherings.GatheringKind.VolunteerMeeting, new DateOnly(2026, 11, 5), new TimeOnly(19, 30), 14)]);
        OrganisationReader.Read(DefaultOrganisation.Write(DefaultOrganisation.Value with { Volunteering = DefaultOrganisation.Value.Volunteering! with { Meetings = read } })).Volunteering!.Meetings[1].Functions.ShouldBe(["gruppeleder"]);

        Problems(With("""{ "id": "M 1", "kind": "fest", "department": "Aarhus!", "date": "20.10.2026", "from": "16", "until": "18:00", "place": " ", "inviteDaysBefore": 0, "days": 3 }"""))
            .Select(p => p[..p.IndexOf(':')]).ShouldBe(from field in (string[])["id", "kind", "department", "date", "from", "place", "inviteDaysBefore", "days"] select "volunteering.meetings[0]." + field);
        Problems(With("""
            { "id": "m-1", "kind": "supervision", "department": "odense", "date": "2026-10-20", "from": "16:00", "until": "16:00", "place": "Her", "functions": ["kok"], "note": "010190-1234" },
            { "id": "m-1", "kind": "afterWork", "department": "*", "date": "2026-10-21", "from": "16:00", "until": "17:00", "place": "Her" }
            """)).Select(p => p[..p.IndexOf(':')]).ShouldBe(
            ["volunteering.meetings[1].id", "volunteering.meetings[0].department", "volunteering.meetings[0].functions", "volunteering.meetings[0].until", "volunteering.meetings[0]"]);
    }

    [Fact]
    public void SMS_go_abroad_only_where_a_sender_is_set_for_the_country()
    {
        string With(string abroad) => File.Replace("\"smsAbroad\": []", $"\"smsAbroad\": [{abroad}]");
        OrganisationReader.Read(File).Senders.SmsAbroad.ShouldBeEmpty();
        OrganisationReader.Read(File.Replace("\"smsAbroad\": []", "\"$schema\": \"\"")).Senders.SmsAbroad.ShouldBeEmpty(); // as written by earlier versions
        OrganisationReader.Read(With("""{ "prefix": "+298", "sender": "HUSRUM" }, { "prefix": "+46", "sender": "+46701740605" }""")).Senders.SmsAbroad
            .ShouldBe([new SmsAbroad("+298", "HUSRUM"), new SmsAbroad("+46", "+46701740605")]);
        Problems(With("""{ "prefix": "+45", "sender": "Rødt Kors" }""")).Select(p => p[..p.IndexOf(':')]).ShouldBe(["senders.smsAbroad[0].prefix", "senders.smsAbroad[0].sender"]);
    }

    private static IReadOnlyList<string> Problems(string json) => Should.Throw<OrganisationException>(() => OrganisationReader.Read(json)).Problems;
}
