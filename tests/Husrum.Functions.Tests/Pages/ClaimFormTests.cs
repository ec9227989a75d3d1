using System.Net;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Pages;

[Collection(nameof(DemoSite))]
public sealed class ClaimFormTests(DemoSite site)
{
    private static readonly (string, string) Send = ("action", "send");

    [Fact]
    public async Task What_is_wrong_is_said_above_and_beside_the_field_and_nothing_typed_is_lost()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, [.. Claims.Typed("Wilma Kjær"), ("email", "wilma.post.example"), ("lines[1].text", "Frugt"), ("lines[1].amount", "seks"), ("registrationNumber", "40")]);
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in (string[])["email", "lines[1].amount", "registrationNumber", "receipts"])
        {
            var id = Husrum.Functions.Pages.Shared.Problems.IdOf(field);
            again.Problem(field).ShouldNotBeNull(field);
            again.Page.QuerySelector($".errors a[href='#{id}']").ShouldNotBeNull(field);
            var input = again.Page.GetElementById(id).ShouldNotBeNull(field);
            input.GetAttribute("aria-invalid").ShouldBe("true");
            input.GetAttribute("aria-describedby")!.Split(' ').ShouldAllBe(described => again.Page.GetElementById(described) != null);
        }

        again.Page.QuerySelectorAll(".errors li").Length.ShouldBe(4);
        again.Value("name").ShouldBe("Wilma Kjær");
        again.Value("email").ShouldBe("wilma.post.example");
        again.Value("lines[1].amount").ShouldBe("seks");
        again.Value("department").ShouldBe("aarhus");
        again.Value("submissionId").ShouldBe(form.Value("submissionId"));
    }

    [Fact]
    public async Task A_receipt_survives_a_mistake_in_another_field()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, [.. Claims.Typed("Xenia Lykke"), ("email", "xenia")], [("bon.jpg", JpegFile.Photo())]);
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Page.QuerySelector(".files .name")!.TextContent.ShouldContain("bon.jpg");
        again.Problem("receipts").ShouldBeNull();

        var sent = await again.PressAsync(Send, [("email", "xenia@post.example")]);
        sent.Status.ShouldBe(HttpStatusCode.SeeOther);
        var status = await sent.FollowAsync();
        status.Text.ShouldContain("1 kvittering vedhæftet");
        status.Text.ShouldContain("123,45 kr.");
    }

    [Fact]
    public async Task A_heic_photo_is_refused_kindly_and_the_good_one_beside_it_is_kept_and_can_be_taken_out_again()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, Claims.Typed("Ylva Friis"), [("bon.jpg", JpegFile.Photo()), ("IMG_1.HEIC", Claims.Heic)]);
        again.Problem("receipts").ShouldNotBeNull().ShouldContain("HEIC");
        again.Problem("receipts").ShouldNotBeNull().ShouldContain("IMG_1.HEIC");
        var kept = again.Page.QuerySelector("button[name=remove]").ShouldNotBeNull();

        var without = await again.PressAsync(("remove", kept.GetAttribute("value")!));
        without.Status.ShouldBe(HttpStatusCode.OK);
        without.Page.QuerySelector("button[name=remove]").ShouldBeNull();
        without.Value("name").ShouldBe("Ylva Friis");
    }

    [Fact]
    public async Task More_lines_come_when_asked_for_with_the_typed_ones_and_the_first_new_one_in_focus()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        form.Page.QuerySelectorAll(".lines li").Length.ShouldBe(5);
        var more = await form.PressAsync(("action", "lines"), [("lines[4].text", "Sukker")]);
        more.Status.ShouldBe(HttpStatusCode.OK);
        more.Page.QuerySelectorAll(".lines li").Length.ShouldBe(10);
        more.Value("lines[4].text").ShouldBe("Sukker");
        more.Page.QuerySelector("[autofocus]")!.GetAttribute("name").ShouldBe("lines[5].text");
    }

    [Fact]
    public async Task The_other_language_keeps_what_was_typed_and_uploaded()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var english = await form.PressAsync(("action", "language"), [("name", "Zeki Øst"), ("activityDate", "31/8")], [("bon.jpg", JpegFile.Photo())]);
        english.Status.ShouldBe(HttpStatusCode.OK);
        english.Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.Text.ShouldContain("Get your money back");
        english.Value("name").ShouldBe("Zeki Øst");
        english.Value("activityDate").ShouldBe("31/8");
        english.Page.QuerySelector(".files .name")!.TextContent.ShouldContain("bon.jpg");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_claim_and_other_content_under_it_is_asked_about()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var typed = Claims.Typed("Aksel Munk");
        var first = await form.PressAsync(Send, typed, [("bon.jpg", JpegFile.Photo())]);
        var second = await form.PressAsync(Send, typed, [("bon.jpg", JpegFile.Photo())]);
        second.Location.ShouldBe(first.Location);

        var other = await form.PressAsync(Send, [.. typed, ("purpose", "Noget andet")], [("bon.jpg", JpegFile.Photo())]);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Value("submissionId").ShouldNotBe(form.Value("submissionId"));
        (await other.PressAsync(Send)).Location.ShouldNotBe(first.Location);
    }

    [Fact]
    public async Task Too_much_at_once_is_said_and_all_that_was_typed_is_still_there()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var nearly = new byte[9_900_000];
        var again = await form.PressAsync(Send, Claims.Typed("Bine Vang"), Enumerable.Range(0, 10).Select(i => ($"{i}.jpg", nearly)));
        again.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        again.Problem("receipts").ShouldNotBeNull().ShouldContain("90 MB");
        again.Value("name").ShouldBe("Bine Vang");
    }

    [Fact]
    public async Task One_file_that_is_too_big_does_not_cost_the_others()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, Claims.Typed("Carl Due"), [("stor.jpg", new byte[11_000_000]), ("bon.jpg", JpegFile.Photo())]);
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Problem("receipts").ShouldNotBeNull().ShouldContain("stor.jpg");
        again.Page.QuerySelectorAll(".files li").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_form_that_another_site_sends_is_not_taken(string from)
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, Claims.Typed("Dea Holm"), [("bon.jpg", JpegFile.Photo())], also: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Add("Sec-Fetch-Site", from);
        });
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Location.ShouldBeNull();
    }

    [Fact]
    public async Task A_form_without_its_token_is_given_back_with_all_that_was_typed()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, [.. Claims.Typed("Egon Lund"), ("_formular", "x")]);
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Value("name").ShouldBe("Egon Lund");
        again.Page.QuerySelector(".errors").ShouldNotBeNull();
    }

    [Fact]
    public async Task Kept_files_cannot_be_made_up()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, [.. Claims.Typed("Fie Bro"), ("draft", "CfDJ8forfalsket")]);
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Problem("receipts").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_people_type_is_text_and_nothing_else()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, [("name", "<script>alert(1)</script>\"><b>"), ("purpose", "</textarea>&amp;")]);
        again.Page.QuerySelector("script, b").ShouldBeNull();
        again.Value("name").ShouldBe("<script>alert(1)</script>\"><b>");
        again.Value("purpose").ShouldBe("</textarea>&amp;");
    }
}
