using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.Certificates;

/// <summary>One case, several people, each with certificates of both kinds: the steps keep them apart.</summary>
public sealed class HouseholdCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<CaseStep<Household>> Steps = [.. Enumerable.Range(0, 2).SelectMany(n => CertificateSteps.OfEachKind(new MemberCertificates(n), RefundWorld.Small))];

    private static Household House { get; } = new()
    {
        Id = "f-1",
        DepartmentId = "aarhus",
        PersonId = "p-mother",
        Created = Now,
        Members = [new("Mor", "p-mother", Both), new("Søn", null, Both)],
    };

    private static IReadOnlyList<CertificateNote> Both => [new(CertificateKind.Children), new(CertificateKind.Criminal)];

    [Fact]
    public void Each_member_and_kind_has_questions_of_its_own() =>
        Open(House).ShouldBe(["family-1-boerneattest-order", "family-1-straffeattest-order", "family-2-boerneattest-order", "family-2-straffeattest-order"]);

    [Fact]
    public void A_member_without_an_address_is_asked_through_the_one_who_speaks_for_the_family()
    {
        var ordered = Answer(Answer(House, "family-1-boerneattest-order", "ordered"), "family-2-boerneattest-order", "ordered");
        var (mother, son) = (Step("family-1-boerneattest-consent"), Step("family-2-boerneattest-consent"));
        mother.Asks(ordered).ShouldBe("p-mother");
        son.Asks(ordered).ShouldBe("p-mother");
        mother.Page(ordered, "da", Now).Paragraphs[0].ShouldContain("skrevet til dig");
        son.Page(ordered, "da", Now).Paragraphs[0].ShouldContain("skrevet til Søn");
    }

    [Fact]
    public void A_remark_of_one_waits_for_a_leader_and_the_others_go_on()
    {
        var house = Answer(Answer(House, "family-2-boerneattest-order", "ordered"), "family-2-boerneattest-outcome", "remark");
        Open(house).ShouldBe(["family-1-boerneattest-order", "family-1-straffeattest-order", "family-2-straffeattest-order", "family-2-remark"]);
        house = Answer(house, "family-2-remark", "go-on");
        house.Members[1].Notes[0].Outcome.ShouldBe(CertificateOutcome.Accepted);
        house.Members[0].Notes.ShouldAllBe(note => note.Outcome == null);
    }

    [Fact]
    public void One_that_was_not_consented_to_is_asked_for_anew_and_no_other()
    {
        var house = Answer(Answer(House, "family-1-straffeattest-order", "ordered"), "family-1-straffeattest-outcome", "no-consent");
        house.RoundOf("family-1-straffeattest-order").ShouldBe(2);
        house.RoundOf("family-1-straffeattest-consent").ShouldBe(2);
        house.RoundOf("family-2-straffeattest-order").ShouldBe(1);
        Open(house).ShouldContain("family-1-straffeattest-order");
    }

    private static List<string> Open(Household house) => [.. Steps.Where(step => step.IsOpen(house)).Select(step => step.Question)];

    private static CaseStep<Household> Step(string question) => Steps.Single(step => step.Question == question);

    private static Household Answer(Household house, string question, string word)
    {
        Step(question).IsOpen(house).ShouldBeTrue();
        return Step(question).After(house, new StepAnswer(word, "p-staff", Now, new DateOnly(2026, 9, 3), null, []));
    }

    internal sealed record Household : CaseRecord
    {
        public required IReadOnlyList<Member> Members { get; init; }

        [JsonIgnore]
        public override string StateWord => "Open";

        [JsonIgnore]
        public override bool IsClosed => false;
    }

    internal sealed record Member(string Name, string? PersonId, IReadOnlyList<CertificateNote> Notes);

    private sealed class MemberCertificates(int index) : CertificateHolder<Household>
    {
        public override string Prefix => $"family-{index + 1}";

        public override Bilingual Called => new("familiemedlemmet", "the family member");

        public override IReadOnlyList<CertificateNote> Notes(Household @case) => @case.Members.ElementAtOrDefault(index)?.Notes ?? [];

        public override Household With(Household @case, CertificateNote note) =>
            @case with { Members = [.. @case.Members.Select((member, n) => n == index ? member with { Notes = note.In(member.Notes) } : member)] };

        public override bool IsSought(Household @case) => true;

        public override string Asks(Household @case) => @case.Members[index].PersonId ?? @case.PersonId;

        public override string? OnBehalfOf(Household @case) => @case.Members[index].PersonId is null ? @case.Members[index].Name : null;

        public override (string Word, Bilingual Label, Bilingual Hint) Decline => ("decline", new("Nej", "No"), new("Så er det nej.", "Then it is a no."));

        public override Household Declined(Household @case) => @case;

        public override Bilingual DeclinedLine => new("Nej.", "No.");
    }
}
