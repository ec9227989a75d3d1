using System.Net;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;

namespace Husrum.Functions.Tests.Pages;

/// <summary>The pages on which staff see friend families and referrals, and act for them.</summary>
[Collection(nameof(DemoSite))]
public sealed class HjemTilOsOfficeTests(DemoSite site)
{
    private const string Karen = "karen@husrum.example";
    private const string Jens = "jens@husrum.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_of_the_department_see_a_family_others_and_strangers_do_not_and_looking_changes_nothing()
    {
        var id = await FamilyAsync("Gry Kontor");
        var path = "/hjem-til-os/familier/" + id;
        using var karen = await site.StaffAsync(Karen);
        (await karen.GetAsync("/hjem-til-os/familier")).Text.ShouldContain("Gry Kontor");
        var before = await RowAsync<FriendFamily>(id);
        for (var i = 0; i < 20; i++)
            (await karen.SendAsync(new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Head : HttpMethod.Get, path))).Status.ShouldBe(HttpStatusCode.OK);
        (await RowAsync<FriendFamily>(id)).ETag.ShouldBe(before.ETag);
        var page = await karen.GetAsync(path);
        page.Text.ShouldContain("Sigurd Kontor");
        page.Text.ShouldContain("7 år");
        page.Page.Body!.TextContent.ShouldNotContain("2019"); // ages; nobody needs a date of birth to talk with a family

        using var jens = await site.StaffAsync(Jens);
        (await jens.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await jens.GetAsync("/hjem-til-os/familier")).Text.ShouldNotContain("Gry Kontor");
        using var stranger = site.Guest();
        (await stranger.GetAsync(path)).Location!.ShouldContain("/log-ind");
        (await stranger.GetAsync("/hjem-til-os/familier")).Location!.ShouldContain("/log-ind");
        (await karen.GetAsync("/hjem-til-os/familier/f-findesikke")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_who_moves_in_is_typed_by_staff_and_what_is_wrong_is_said_and_stays()
    {
        var id = await FamilyAsync("Helle Kontor");
        using var karen = await site.StaffAsync(Karen);
        var page = await karen.GetAsync("/hjem-til-os/familier/" + id);
        var wrong = await page.PressAsync(("do", "in"), [("name", "Mormor Kontor"), ("birthDate", "1950"), ("role", "adult"), ("email", "")], having: "birthDate");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("name").ShouldBe("Mormor Kontor");
        wrong.Value("birthDate").ShouldBe("1950");
        wrong.Problem("birthDate").ShouldNotBeNull();
        var saved = await wrong.PressAsync(("do", "in"), [("birthDate", "1950-02-02"), ("role", "adult")], having: "birthDate");
        saved.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await saved.FollowAsync()).Text.ShouldContain("Mormor Kontor");
        await site.SettleAsync();
        (await karen.GetAsync("/hjem-til-os/familier/" + id + "?sprog=en")).Text.ShouldContain("Somebody has moved into the household.");
    }

    [Fact]
    public async Task A_consent_on_paper_and_one_taken_back_by_phone_are_recorded_on_the_referrals_page()
    {
        var id = await ReferralAsync("Kaja Kontor");
        var path = "/hjem-til-os/henvisninger/" + id;
        using var karen = await site.StaffAsync(Karen);
        (await karen.GetAsync("/hjem-til-os/henvisninger")).Text.ShouldContain("Kaja Kontor");
        var page = await karen.GetAsync(path);
        var wrong = await page.PressAsync(("do", "signed"), [("guardian-1-signedOn", "")], having: "guardian-1-signedOn");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("guardian-1-hold").ShouldNotBeNull();
        (await wrong.PressAsync(("do", "signed"), [("guardian-1-signedOn", "2026-08-28"), ("guardian-1-hold", "on")], having: "guardian-1-signedOn")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await site.SettleAsync();
        page = await karen.GetAsync(path);
        page.Text.ShouldContain("skrevet op af Karen Lundgaard");
        page.Text.ShouldContain("På ventelisten siden");
        page.Page.QuerySelector($"main a[href='/match#{id}']").ShouldNotBeNull();
        (await karen.GetAsync("/match")).Page.QuerySelector($"#{id}").ShouldNotBeNull();
        (await page.PressAsync(("do", "taken-back"), having: "guardian")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await RowAsync<Referral>(id)).Value.State.ShouldBe(ReferralState.ConsentWithdrawn);
        await site.SettleAsync();
        (await karen.GetAsync("/hjem-til-os/henvisninger")).Text.ShouldContain("samtykke taget tilbage");

        using var jens = await site.StaffAsync(Jens);
        (await jens.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = site.Guest();
        (await stranger.GetAsync(path)).Location!.ShouldContain("/log-ind");
    }

    [Fact]
    public async Task From_the_tasks_a_family_and_a_referral_lead_to_their_own_pages()
    {
        var (family, referral) = (await FamilyAsync("Inger Kontor"), await ReferralAsync("Lea Kontor"));
        using var karen = await site.StaffAsync(Karen);
        var tasks = await karen.GetAsync("/opgaver");
        tasks.Page.QuerySelector($"a[href='/hjem-til-os/familier/{family}']").ShouldNotBeNull();
        tasks.Page.QuerySelector($"a[href='/hjem-til-os/henvisninger/{referral}']").ShouldNotBeNull();
        tasks.Page.QuerySelector("nav a[href='/hjem-til-os/familier']").ShouldNotBeNull();
        tasks.Page.QuerySelector("nav a[href='/hjem-til-os/henvisninger']").ShouldNotBeNull();
    }

    private async Task<string> FamilyAsync(string name)
    {
        var first = name.Split(' ')[0].ToLowerInvariant();
        var form = new FamilyForm
        {
            SubmissionId = "office-" + first,
            Members = [new MemberForm { Name = name, BirthDate = "1984-03-02", Role = "adult", Email = $"{first}.kontor@post.example" }, new MemberForm { Name = "Sigurd Kontor", BirthDate = "2019-05-05", Role = "child" }],
            Street = "Skovvej 12",
            Postcode = "8000",
            Town = "Aarhus C",
            Weekdays = ["Tuesday"],
            Languages = ["da"],
            WholeFamily = true,
        };
        var id = (await site.Part<FamilyIntake>().SubmitAsync(form, Ct)).ShouldBeOfType<CaseIntakeResult.Accepted>().Id;
        await site.SettleAsync();
        using var guest = site.Guest();
        await (await guest.GetAsync(await site.LinkToAsync($"{first}.kontor@post.example", "family-confirm"))).PressAsync(("answer", "confirm"));
        await site.SettleAsync();
        return id;
    }

    private async Task<string> ReferralAsync(string child)
    {
        var first = child.Split(' ')[0].ToLowerInvariant();
        var fields = new Dictionary<string, string>
        {
            ["referrerName"] = "Rikke Kontor",
            ["referrerEmail"] = $"rikke.{first}@kommune.example",
            ["bbuSame"] = "on",
            ["childName"] = child,
            ["childBirthDate"] = "2019-04-01",
            ["street"] = "Byvej 3",
            ["postcode"] = "8000",
            ["town"] = "Aarhus C",
            ["danish"] = "on",
            ["childWants"] = "on",
            ["ownWish"] = "Vil gerne bage",
            ["strength"] = "yes",
            ["living"] = "home",
            ["parentsBack"] = "yes",
            ["parentsLanguage"] = "yes",
            ["guardian1Name"] = "Mona Kontor",
            ["guardian1Email"] = $"mona.{first}@post.example",
            ["guardian1Language"] = "da",
            ["declaration"] = "on",
        };
        var result = await site.Part<ReferralIntake>().SubmitAsync(new ReferralForm("office-ref-" + first, fields, "da"), Ct);
        var id = result.ShouldBeOfType<CaseIntakeResult.Accepted>(string.Join("; ", (result as CaseIntakeResult.Invalid)?.Problems.Select(p => p.Field) ?? [])).Id;
        await site.SettleAsync();
        using var guest = site.Guest();
        await (await guest.GetAsync(await site.LinkToAsync($"rikke.{first}@kommune.example", "referral-confirm"))).PressAsync(("answer", "confirm"));
        await site.SettleAsync();
        return id;
    }

    private async Task<Husrum.Core.Register.Stored<TCase>> RowAsync<TCase>(string id)
        where TCase : CaseRecord => (await site.Part<CaseBook<TCase>>().GetAsync(id, Ct)).ShouldNotBeNull();
}
