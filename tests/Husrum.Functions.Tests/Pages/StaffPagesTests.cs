using System.Net;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class StaffPagesTests(DemoSite site)
{
    [Theory]
    [InlineData("/opgaver")]
    [InlineData("/udbetalinger")]
    [InlineData("/medarbejdere")]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in(string path)
    {
        using var guest = site.Guest();
        var answer = await guest.GetAsync(path);
        ((int)answer.Status).ShouldBeInRange(302, 303);
        answer.Location!.ShouldContain("/log-ind");
    }

    [Theory]
    [InlineData("karen@husrum.example", "/udbetalinger")]
    [InlineData("karen@husrum.example", "/medarbejdere")]
    [InlineData("kasserer@husrum.example", "/medarbejdere")]
    [InlineData("drift@husrum.example", "/udbetalinger")]
    public async Task A_page_of_another_role_is_closed(string email, string path)
    {
        using var staff = await site.StaffAsync(email);
        var answer = await staff.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Page.QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_coordinator_sees_the_claims_of_their_departments_the_late_one_first()
    {
        using var staff = await site.StaffAsync("jens@husrum.example");
        var page = await staff.GetAsync("/opgaver");
        page.Page.QuerySelector(".tasks > li")!.TextContent.ShouldContain("Ida Nørlund");
        page.Page.QuerySelector(".tasks > li")!.ClassList.Contains("late").ShouldBeTrue();
        page.Text.ShouldContain("Mikkel Strandby");
        page.Text.ShouldNotContain("Emil Thorsø"); // Aarhus
    }

    [Fact]
    public async Task The_treasurer_makes_a_list_fetches_it_and_takes_a_payment_back()
    {
        var claim = await site.SendClaimAsync("Rikke Engdal", "esbjerg");
        using var guest = site.Guest();
        var ask = await guest.GetAsync(await site.LinkAsync(claim, "/afgoer", "omar@"));
        await ask.PressAsync(("decision", "approve"), [("amount", "123")]);
        await site.SettleAsync();

        using var treasurer = await site.StaffAsync("kasserer@husrum.example");
        var desk = await treasurer.GetAsync("/udbetalinger");
        desk.Text.ShouldContain("Rikke Engdal");
        var made = await desk.PressAsync(("", ""), having: "submissionId");
        var twice = await desk.PressAsync(("", ""), having: "submissionId");
        twice.Location.ShouldBe(made.Location);
        var list = await made.FollowAsync();
        list.Text.ShouldContain("Rikke Engdal");
        list.Text.ShouldNotContain("12345678");

        using var csv = await treasurer.Http.GetAsync(made.Location + "/csv", TestContext.Current.CancellationToken);
        csv.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("12345678");

        (await list.PressAsync(("", ""), having: "/betalt")).Location.ShouldBe(made.Location);
        await site.SettleAsync();
        var paid = await treasurer.GetAsync(made.Location!);
        paid.Page.QuerySelector("form[action$='/betalt']").ShouldBeNull();

        var row = paid.Page.QuerySelectorAll("tbody tr").First(tr => tr.TextContent.Contains("Rikke", StringComparison.Ordinal));
        var back = await treasurer.GetAsync(row.QuerySelector("a[href*='/tilbage/']")!.GetAttribute("href")!);
        (await back.PressAsync(("", ""))).Problem("reason").ShouldNotBeNull();
        (await back.PressAsync(("", ""), [("reason", "Banken afviste kontoen.")])).Location.ShouldBe(made.Location);
        await site.SettleAsync();
        (await treasurer.GetAsync("/udbetalinger")).Text.ShouldContain("Rikke Engdal");

        var status = await guest.GetAsync(claim.StatusPath);
        status.Text.ShouldContain("Banken afviste kontoen.");
        (await status.PressAsync(("", ""), [("registrationNumber", "40")], having: "accountNumber")).Problem("registrationNumber").ShouldNotBeNull();
        (await status.PressAsync(("", ""), [("registrationNumber", "9570"), ("accountNumber", "1234567")], having: "accountNumber")).Text.ShouldContain("Tak.");
        (await treasurer.GetAsync("/udbetalinger")).Text.ShouldContain("ring og spørg, før du betaler");
    }

    [Fact]
    public async Task Who_was_a_claimant_first_gets_the_name_the_operator_types()
    {
        await site.SendClaimAsync("Zenobia Vildtnavn");
        using var ali = await site.StaffAsync("drift@husrum.example");
        var empty = await ali.GetAsync("/medarbejdere/ny");
        (await empty.PressAsync(("", ""), [("name", "Zenobia Holm"), ("email", "zenobia@post.example"), ("roles", "Leader")])).Location.ShouldBe("/medarbejdere");
        var list = await ali.GetAsync("/medarbejdere");
        list.Text.ShouldContain("Zenobia Holm");
        list.Text.ShouldNotContain("Vildtnavn");
        await (await ali.GetAsync(list.Page.QuerySelectorAll("tbody a").First(a => a.TextContent == "Zenobia Holm").GetAttribute("href")!)).PressAsync(("", ""), having: "/fjern");
    }

    [Fact]
    public async Task An_operator_adds_changes_and_removes_staff_but_never_the_last_operator()
    {
        using var ali = await site.StaffAsync("drift@husrum.example");
        var empty = await ali.GetAsync("/medarbejdere/ny");
        var wrong = await empty.PressAsync(("", ""), [("name", "S"), ("email", "sif")]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in (string[])["name", "email", "roles"])
            wrong.Problem(field).ShouldNotBeNull(field);
        (await empty.PressAsync(("", ""), [("name", "Sif Holt"), ("email", "karen@husrum.example"), ("roles", "Leader")])).Problem("email").ShouldNotBeNull();
        (await empty.PressAsync(("", ""), [("name", "Sif Holt"), ("email", "sif@husrum.example"), ("roles", "Treasurer")])).Location.ShouldBe("/medarbejdere");

        var sif = (await ali.GetAsync("/medarbejdere")).Page.QuerySelectorAll("tbody a").First(a => a.TextContent == "Sif Holt").GetAttribute("href")!;
        (await (await ali.GetAsync(sif)).PressAsync(("", ""), [("email", "sif.holt@husrum.example")])).Location.ShouldBe("/medarbejdere");
        using (var signedIn = await site.StaffAsync("sif.holt@husrum.example"))
        {
            (await signedIn.GetAsync("/udbetalinger")).Status.ShouldBe(HttpStatusCode.OK);
            (await (await ali.GetAsync(sif)).PressAsync(("", ""), having: "/fjern")).Location.ShouldBe("/medarbejdere");
            ((int)(await signedIn.GetAsync("/udbetalinger")).Status).ShouldBeInRange(302, 303);
        }

        var me = (await ali.GetAsync("/medarbejdere")).Page.QuerySelectorAll("tbody a").First(a => a.TextContent == "Ali Kronborg").GetAttribute("href")!;
        (await (await ali.GetAsync(me)).PressAsync(("", ""), having: "/fjern")).Problem("roles").ShouldNotBeNull();
        (await (await ali.GetAsync(me)).PressAsync(("", ""), [("roles", "Leader")])).Problem("roles").ShouldNotBeNull();
    }

    [Fact]
    public async Task Signing_out_everywhere_is_a_button_for_oneself_and_for_the_operator()
    {
        using var phone = await site.StaffAsync("pia@husrum.example");
        using var office = await site.StaffAsync("pia@husrum.example");
        var mine = await office.GetAsync("/mig");
        mine.Text.ShouldContain("2 steder");
        ((await mine.PressAsync(("", ""), having: "/mig/log-ud")).Location).ShouldBe("/log-ind");
        foreach (var guest in new[] { phone, office })
            ((int)(await guest.GetAsync("/opgaver")).Status).ShouldBeInRange(302, 303);

        using var again = await site.StaffAsync("pia@husrum.example");
        using var ali = await site.StaffAsync("drift@husrum.example");
        var pia = (await ali.GetAsync("/medarbejdere")).Page.QuerySelectorAll("tbody a").First(a => a.TextContent == "Pia Vestergren").GetAttribute("href")!;
        (await (await ali.GetAsync(pia)).PressAsync(("", ""), having: "/log-ud")).Location.ShouldBe("/medarbejdere");
        ((int)(await again.GetAsync("/opgaver")).Status).ShouldBeInRange(302, 303);
        (await ali.GetAsync("/medarbejdere")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
