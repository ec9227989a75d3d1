using System.Net;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class ReceiptTests(DemoSite site)
{
    [Fact]
    public async Task The_approvers_page_gives_leave_to_see_its_own_receipts_and_no_others()
    {
        var claim = await site.SendClaimAsync("Mads Kær");
        var mine = await site.LinkAsync(claim, "/afgoer", "karen@");
        var otherClaim = await site.SendClaimAsync("Nete Vig");
        using var other = site.Guest();
        var others = Addresses(await other.GetAsync(await site.LinkAsync(otherClaim, "/afgoer", "karen@")));

        using var guest = site.Guest();
        var page = await guest.GetAsync(mine);
        var cookie = page.Answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("bilag-", StringComparison.Ordinal));
        cookie.ShouldContain("path=/bilag");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("max-age=1800");
        foreach (var address in Addresses(page))
            (await guest.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await guest.GetAsync(others.Last())).Status.ShouldBe(HttpStatusCode.NotFound);

        using var stranger = site.Guest();
        foreach (var address in Addresses(page))
            (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_picture_is_shown_a_pdf_is_only_offered_and_nothing_in_them_may_run()
    {
        var claim = await site.SendClaimAsync("Otto Lind");
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.LinkAsync(claim, "/afgoer", "karen@"));
        var picture = (await guest.GetAsync(page.Page.QuerySelector(".receipts img")!.GetAttribute("src")!)).Answer;
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        picture.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        var pdf = (await guest.GetAsync(page.Page.QuerySelector(".receipts a.button")!.GetAttribute("href")!)).Answer;
        pdf.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        pdf.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        pdf.Content.Headers.ContentDisposition.FileName!.ShouldNotContain("bon.pdf");
        foreach (var answer in (HttpResponseMessage[])[picture, pdf])
        {
            answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        }
    }

    [Theory]
    [InlineData("karen@husrum.example", HttpStatusCode.OK)] // coordinator there
    [InlineData("kasserer@husrum.example", HttpStatusCode.OK)]
    [InlineData("jens@husrum.example", HttpStatusCode.NotFound)] // coordinator elsewhere
    [InlineData("drift@husrum.example", HttpStatusCode.NotFound)] // an operator sees no cases
    public async Task Staff_see_the_receipts_of_claims_that_are_theirs_to_see(string email, HttpStatusCode expected)
    {
        var claim = await site.SendClaimAsync("Poula " + email[..4]);
        using var guest = site.Guest();
        var pdf = Addresses(await guest.GetAsync(await site.LinkAsync(claim, "/afgoer", "karen@"))).Last();
        using var staff = await site.StaffAsync(email);
        (await staff.GetAsync(pdf)).Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("/bilag/..%2F..%2Fhusrum.db")]
    [InlineData("/bilag/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_receipt_is_not_there(string address)
    {
        using var staff = await site.StaffAsync("kasserer@husrum.example");
        (await staff.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static List<string> Addresses(Sheet page) => [.. page.Page.QuerySelectorAll(".receipts a").Select(a => a.GetAttribute("href")!)];
}
