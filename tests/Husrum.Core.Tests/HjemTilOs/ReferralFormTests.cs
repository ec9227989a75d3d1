using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Links;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What a referral's form may hold, and how two people fill it in.</summary>
public sealed class ReferralFormTests
{
    private static readonly DateOnly Today = new(2026, 8, 31);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ReferralForm Form(params (string, string)[] other) => new("form", ReferralWorld.Fields(other), "da");

    private static IReadOnlyList<string> Problems(params (string, string)[] other) => [.. ReferralRules.Problems(Form(other), RefundWorld.Small, Today).Select(p => p.Field)];

    [Theory]
    [InlineData("2022-08-31", null)]
    [InlineData("2022-09-01", "childBirthDate")]
    [InlineData("2012-09-01", null)]
    [InlineData("2012-08-31", "wishAndNeed")]
    [InlineData("2008-09-01", "wishAndNeed")]
    [InlineData("2008-08-31", "childBirthDate")]
    public void From_4_to_13_and_to_17_by_wish_and_need(string born, string? problem) =>
        Problems(("childBirthDate", born), ("preschool", "yes")).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void Fourteen_with_wish_and_need_is_a_humans_to_look_at() =>
        ReferralRules.Doubts(Form(("childBirthDate", "2012-08-31"), ("wishAndNeed", "Vil selv")), Today).ShouldBe([ReferralDoubt.Older]);

    [Fact]
    public void The_four_exclusions_are_doubts_and_no_problems()
    {
        (string, string)[] flags = [.. ReferralFields.Exclusions.Keys.Select(flag => (flag, "on"))];
        Problems(flags).ShouldBeEmpty();
        ReferralRules.Doubts(Form(flags), Today).ShouldBe([.. ReferralFields.Exclusions.Values]);
    }

    [Fact]
    public void A_preschool_child_of_whom_it_is_not_sure_is_looked_at() =>
        ReferralRules.Doubts(Form(("childBirthDate", "2021-08-31"), ("preschool", "unsure")), Today).ShouldBe([ReferralDoubt.Preschool]);

    [Fact]
    public void A_child_that_does_not_want_it_itself_or_speaks_neither_language_is_not_referred_yet() =>
        Problems(("childWants", ""), ("danish", "")).ShouldBe(["danish", "childWants"]);

    [Theory]
    [InlineData("childBirthDate")]
    [InlineData("childName")]
    [InlineData("ownWish")]
    [InlineData("guardian1Name")]
    [InlineData("parentsView")]
    public void A_CPR_number_is_refused_wherever_it_is_typed(string field) =>
        ReferralRules.Problems(Form((field, "Liva 010419-1234")), RefundWorld.Small, Today).ShouldContain(p => p.Field == field && p.Danish.Contains("CPR"));

    [Fact]
    public void A_parent_has_an_address_of_their_own()
    {
        Problems(("guardian2Email", "mona@eksempel.example")).ShouldBe(["guardian2Email"]);
        Problems(("guardian1Email", "rikke@kommune.example")).ShouldBe(["guardian1Email"]);
    }

    [Fact]
    public async Task Two_people_save_one_draft_and_nothing_typed_is_lost()
    {
        await using var house = await RefundWorld.StartAsync();
        var drafts = house.Get<ReferralDrafts>();
        var token = await drafts.BeginAsync("submission-1", new Dictionary<string, string> { ["childName"] = "Liva", ["danish"] = "on" }, Ct);
        (await drafts.BeginAsync("submission-1", new Dictionary<string, string> { ["childName"] = "Liva", ["danish"] = "on" }, Ct)).ShouldBe(token);
        // both open version 1; one adds a wish and a town, the other a town and takes the tick away
        var one = (await drafts.SaveAsync(token, new Dictionary<string, string> { ["childName"] = "Liva", ["danish"] = "on", ["ownWish"] = "bage", ["town"] = "Aarhus" }, 1, Ct)).ShouldNotBeNull();
        one.Conflicts.ShouldBeEmpty();
        var two = (await drafts.SaveAsync(token, new Dictionary<string, string> { ["childName"] = "Liva", ["town"] = "Horsens", ["interests"] = "fodbold" }, 1, Ct)).ShouldNotBeNull();
        two.Conflicts.ShouldBe(new Dictionary<string, string> { ["town"] = "Aarhus" });
        two.Draft.Text("ownWish").ShouldBe("bage");
        two.Draft.Text("interests").ShouldBe("fodbold");
        two.Draft.Text("danish").ShouldBe("");
        // having seen the other's text, this one counts
        (await drafts.SaveAsync(token, two.Draft.Fields.Keys.ToDictionary(name => name, two.Draft.Text).With("town", "Horsens"), two.Draft.Version, Ct)).ShouldNotBeNull().Draft.Text("town").ShouldBe("Horsens");
    }

    [Fact]
    public async Task A_draft_is_deleted_thirty_days_after_it_was_last_saved()
    {
        await using var house = await RefundWorld.StartAsync();
        var drafts = house.Get<ReferralDrafts>();
        var token = await drafts.BeginAsync("submission-1", new Dictionary<string, string> { ["childName"] = "Liva" }, Ct);
        house.Clock.Set(RefundWorld.Wall("2026-09-20 10:00"));
        var saved = (await drafts.SaveAsync(token, new Dictionary<string, string> { ["childName"] = "Liva Lund" }, 1, Ct)).ShouldNotBeNull();
        saved.Draft.KeptUntil.ShouldBe(new DateOnly(2026, 10, 20));
        var retention = new ReferralDraftRetention(house.Register);
        var partition = ReferralDrafts.Prefix + Core.Register.Ids.Derive("referral-draft", "submission-1");
        await retention.DeleteAsync(partition, new DateOnly(2026, 10, 20), Ct);
        (await drafts.OpenAsync(token, Ct)).ShouldNotBeNull();
        await retention.DeleteAsync(partition, new DateOnly(2026, 10, 21), Ct);
        (await drafts.OpenAsync(token, Ct)).ShouldBeNull();
        (await house.Get<PersonalLinks>().ResolveAsync(token, LinkPurpose.Draft, Ct)).ShouldBeNull();
    }
}

internal static class DictionaryTesting
{
    public static Dictionary<string, string> With(this Dictionary<string, string> fields, string name, string value)
    {
        fields[name] = value;
        return fields;
    }
}
