using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Organisations;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What a family's form may hold, and who owes what at what age.</summary>
public sealed class FamilyFormTests
{
    private static readonly DateOnly Today = new(2026, 9, 3);
    private static readonly FamilyForm Form = new FamilyWorld(null!).Form();

    private static IReadOnlyList<string> Problems(FamilyForm form) => [.. FamilyFormRules.Problems(form, RefundWorld.Small, Today).Select(p => p.Field)];

    [Fact]
    public void Two_adults_without_children_and_one_adult_with_a_child_are_families()
    {
        Problems(Form with { Members = [FamilyWorld.Frida, FamilyWorld.Viggo] }).ShouldBeEmpty();
        Problems(Form with { Members = [FamilyWorld.Frida, FamilyWorld.Asta] }).ShouldBeEmpty();
        Problems(Form with { Members = [FamilyWorld.Frida, new MemberForm { Name = "Voksent Barn", BirthDate = "2004-01-01", Role = "child" }] }).ShouldBeEmpty();
    }

    [Fact]
    public void One_adult_alone_is_told_kindly_what_a_friend_family_is() => Problems(Form with { Members = [FamilyWorld.Frida] }).ShouldBe(["members"]);

    [Fact]
    public void An_adult_of_seventeen_is_no_adult() =>
        Problems(Form with { Members = [FamilyWorld.Frida, FamilyWorld.Viggo with { BirthDate = "2008-09-04" }] }).ShouldBe(["members[1].role"]);

    [Theory]
    [InlineData("members[0].birthDate")]
    [InlineData("members[1].name")]
    [InlineData("motivation")]
    [InlineData("home")]
    [InlineData("town")]
    public void A_CPR_number_is_refused_wherever_it_is_typed(string field)
    {
        const string cpr = "020384-1234";
        var form = field switch
        {
            "members[0].birthDate" => Form with { Members = [FamilyWorld.Frida with { BirthDate = cpr }, FamilyWorld.Viggo] },
            "members[1].name" => Form with { Members = [FamilyWorld.Frida, FamilyWorld.Viggo with { Name = "Viggo " + cpr }] },
            "motivation" => Form with { Motivation = "Mit nummer er " + cpr },
            "home" => Form with { Home = cpr },
            _ => Form with { Town = "By " + cpr },
        };
        FamilyFormRules.Problems(form, RefundWorld.Small, Today).Single().ShouldSatisfyAllConditions(p => p.Field.ShouldBe(field), p => p.Danish.ShouldContain("CPR"));
    }

    [Fact]
    public void Everything_missing_is_said_at_once_field_by_field() =>
        Problems(new FamilyForm { SubmissionId = "empty", Members = [new MemberForm()] }).ShouldBe(
            ["members[0].name", "members[0].birthDate", "members[0].role", "members[0].email", "street", "town", "postcode", "weekdays", "languages", "wholeFamily"]);

    [Fact]
    public void An_address_stands_once_in_a_family() =>
        Problems(Form with { Members = [FamilyWorld.Frida, FamilyWorld.Viggo with { Email = "FRIDA@eksempel.example" }] }).ShouldBe(["members[1].email"]);

    [Fact]
    public void Ages_wished_for_go_from_4_to_17_and_upward()
    {
        Problems(Form with { YoungestAge = "3" }).ShouldBe(["youngestAge"]);
        Problems(Form with { YoungestAge = "9", OldestAge = "5" }).ShouldBe(["oldestAge"]);
        Problems(Form with { YoungestAge = "", OldestAge = "" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2011-09-03", "2026-09-03")]
    [InlineData("2012-02-29", "2027-03-01")]
    [InlineData("2013-02-28", "2028-02-28")]
    public void Certificates_are_owed_from_the_fifteenth_birthday(string born, string from)
    {
        var course = DefaultHjemTilOs.For("aarhus").Learning;
        var member = new Core.HjemTilOs.Families.FamilyMember("member-2", "Sofus", DateOnly.Parse(born), Core.HjemTilOs.Families.FamilyRole.Child);
        var day = DateOnly.Parse(from);
        FamilyNeeds.On(member, course, day.AddDays(-1)).Certificates.ShouldBeEmpty();
        FamilyNeeds.On(member, course, day).Certificates.Count.ShouldBe(2);
        FamilyNeeds.Ahead(member, course).ShouldContain((15, day));
    }
}
