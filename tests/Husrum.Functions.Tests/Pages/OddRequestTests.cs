using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Husrum.Functions.Tests.Pages;

/// <summary>What only programs, and connections that break, send.</summary>
[Collection(nameof(DemoSite))]
public sealed class OddRequestTests(DemoSite site)
{
    [Theory]
    [InlineData("/udlaeg")]
    [InlineData("/ret")]
    [InlineData("/log-ind")]
    public async Task A_form_that_is_cut_off_is_the_senders_fault(string path)
    {
        using var guest = site.Guest();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nMet"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await guest.Http.PostAsync(path, content, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_list_that_could_never_be_is_not_there()
    {
        using var treasurer = await site.StaffAsync("kasserer@husrum.example");
        var desk = await treasurer.GetAsync("/udbetalinger");
        foreach (var list in (string[])["l-æøå", "l-" + new string('x', 600), "l-%23%3F", "l-1"])
        {
            foreach (var claim in (string[])["", "u-æøå"])
            {
                var answer = await desk.PressAsync(("claim", claim), having: "/log-ud", also: request => request.RequestUri = new Uri($"/udbetalinger/{list}/betalt", UriKind.Relative));
                answer.Status.ShouldBe(HttpStatusCode.NotFound, list);
            }
        }
    }

    [Theory]
    [InlineData("staff-index", "x")]
    [InlineData("first-start", "operator")]
    [InlineData("æ", "notice:æ")]
    [InlineData("", "")]
    public async Task A_row_of_the_register_that_is_no_message_is_left_alone(string partition, string row)
    {
        using var ali = await site.StaffAsync("drift@husrum.example");
        var box = await ali.GetAsync("/postkasse");
        var answer = await box.PressAsync(("word", "drop"), [("partition", partition), ("row", row)], having: "/log-ud", also: request => request.RequestUri = new Uri("/postkasse", UriKind.Relative));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
    }
}
