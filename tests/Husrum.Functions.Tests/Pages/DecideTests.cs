using Husrum.Core.Documents;
using System.Net;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class DecideTests(DemoSite site)
{
    [Fact]
    public async Task Looking_by_GET_and_HEAD_changes_nothing_and_the_answer_counts_once()
    {
        var claim = await site.SendClaimAsync("Gro Sten");
        var link = await site.LinkAsync(claim, "/afgoer", "karen@");
        using var guest = site.Guest();
        for (var i = 0; i < 20; i++)
            (await guest.SendAsync(new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Head : HttpMethod.Get, link))).Status.ShouldBe(HttpStatusCode.OK);

        var page = await guest.GetAsync(link);
        var scanner = await page.PressAsync(("decision", "approve"));
        scanner.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        scanner.Problem("amount").ShouldNotBeNull();
        var wrong = await page.PressAsync(("decision", "approve"), [("amount", "124")]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Value("amount").ShouldBe("124");
        (await page.PressAsync(("decision", "reject"))).Problem("reason").ShouldNotBeNull();

        var yes = await page.PressAsync(("decision", "approve"), [("amount", "123")]);
        yes.Status.ShouldBe(HttpStatusCode.OK);
        yes.Text.ShouldContain("Godkendt af Karen Lundgaard");

        var late = await page.PressAsync(("decision", "reject"), [("reason", "Nej, alligevel ikke")]);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Allerede afgjort af Karen Lundgaard den 31.8.2026 kl. 8.00");
        late.Text.ShouldContain("Godkendt");

        var seen = await guest.GetAsync(link);
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text.ShouldContain("Allerede afgjort af Karen Lundgaard den 31.8.2026 kl. 8.00");
        seen.Page.QuerySelector("[name=decision]").ShouldBeNull();
    }

    [Fact]
    public async Task The_token_stands_in_the_entry_pages_address_and_nowhere_else()
    {
        var claim = await site.SendClaimAsync("Hanna Kilde");
        var link = await site.LinkAsync(claim, "/afgoer", "karen@");
        var token = Uri.UnescapeDataString(link[(link.IndexOf("t=", StringComparison.Ordinal) + 2)..]);
        using var guest = site.Guest();
        var page = await guest.GetAsync(link);
        page.Page.QuerySelectorAll("form").ShouldAllBe(form => form.GetAttribute("action") == "/afgoer");
        page.Page.QuerySelectorAll("img[src], link[href]").ShouldAllBe(part => !(part.GetAttribute("src") ?? part.GetAttribute("href"))!.Contains(token, StringComparison.Ordinal));
        page.Page.QuerySelectorAll("a[href]").Where(a => a.GetAttribute("href")!.Contains(token, StringComparison.Ordinal)).ShouldAllBe(a => a.ClassList.Contains("tongue"));
        page.Answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
        page.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Answer.Headers.GetValues("X-Robots-Tag").ShouldHaveSingleItem().ShouldContain("noindex");
    }

    [Fact]
    public async Task A_dead_link_looks_the_same_whatever_it_died_of()
    {
        var claim = await site.SendClaimAsync("Ib Mose");
        using var guest = site.Guest();
        var foreign = await guest.GetAsync(claim.StatusPath.Replace("/status", "/afgoer", StringComparison.Ordinal));
        var unknown = await guest.GetAsync("/afgoer?t=0123456789abcdefghjkmnpqrs.AAAA");
        var nothing = await guest.GetAsync("/afgoer");
        foreach (var page in (Sheet[])[foreign, unknown, nothing])
        {
            page.Status.ShouldBe(HttpStatusCode.NotFound);
            page.Text.ShouldBe(unknown.Text);
            page.Text.ShouldContain("Linket virker ikke længere");
        }
    }

    [Fact]
    public async Task An_answer_from_another_site_does_not_count()
    {
        var claim = await site.SendClaimAsync("Jytte Bæk");
        using var guest = site.Guest();
        var link = await site.LinkAsync(claim, "/afgoer", "karen@");
        var page = await guest.GetAsync(link);
        var refused = await page.PressAsync(("decision", "approve"), [("amount", "123")], also: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
        });
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await guest.GetAsync(link)).Page.QuerySelector("[name=decision]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_claim_that_was_sent_back_is_mended_with_its_receipts_and_asked_about_again()
    {
        var claim = await site.SendClaimAsync("Knud Ager");
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.LinkAsync(claim, "/afgoer", "karen@"));
        (await page.PressAsync(("decision", "return"), [("reason", "Hvor mange var I?")])).Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();

        var link = await site.LinkAsync(claim, "/ret", "knud@");
        var mend = await guest.GetAsync(link);
        mend.Text.ShouldContain("Hvor mange var I?");
        mend.Value("purpose").ShouldBe("Fællesspisning");
        mend.Value("accountNumber").ShouldBe("");
        mend.Page.QuerySelectorAll(".files li").Length.ShouldBe(2);
        var wrong = await mend.PressAsync(("action", "send"), [("purpose", "Fællesspisning, 14 personer")]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problem("accountNumber").ShouldNotBeNull();
        wrong.Value("purpose").ShouldBe("Fællesspisning, 14 personer");
        var sent = await wrong.PressAsync(("action", "send"), [("registrationNumber", "0400"), ("accountNumber", "12345678")]);
        sent.Status.ShouldBe(HttpStatusCode.SeeOther);
        var twice = await wrong.PressAsync(("action", "send"), [("registrationNumber", "0400"), ("accountNumber", "12345678")]);
        twice.Location.ShouldBe(sent.Location);
        var otherTab = await wrong.PressAsync(("action", "send"), [("registrationNumber", "0400"), ("accountNumber", "12345678"), ("purpose", "Fællesspisning, 15 personer")]);
        otherTab.Status.ShouldBe(HttpStatusCode.Conflict);
        otherTab.Text.ShouldContain("Fællesspisning, 15 personer");
        await site.SettleAsync();

        var again = await guest.GetAsync(await site.LinkAsync(claim, "/afgoer", "karen@"));
        again.Text.ShouldContain("Fællesspisning, 14 personer");
        again.Text.ShouldContain("Sendt tilbage af Karen Lundgaard");
    }

    [Fact]
    public async Task A_dead_link_keeps_nothing_of_what_is_sent_with_it()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var sent = await form.PressAsync(("action", "send"), [.. Claims.Typed("Nora Vind"), ("t", "intet.intet")], [("bon.pdf", Claims.PdfOf("a receipt for a dead link"))], also: request => request.RequestUri = new Uri("/ret", UriKind.Relative));
        sent.Status.ShouldBe(HttpStatusCode.NotFound);
        var document = Upload.Prepare("bon.pdf", Claims.PdfOf("a receipt for a dead link")).Value;
        (await site.Part<IDocumentStore>().ExistsAsync(document.Sha256, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_claimant_can_withdraw_until_it_is_approved()
    {
        var claim = await site.SendClaimAsync("Lone Dam");
        using var guest = site.Guest();
        var page = await guest.GetAsync(claim.StatusPath);
        var done = await page.PressAsync(("action", "withdraw"), having: "t");
        done.Status.ShouldBe(HttpStatusCode.OK);
        await site.SettleAsync();
        (await guest.GetAsync(claim.StatusPath)).Text.ShouldContain("Trukket tilbage");
        (await guest.GetAsync(claim.StatusPath)).Page.QuerySelector("button[value=withdraw]").ShouldBeNull();
    }
}
