using Husrum.EndToEnd.Tests;

namespace Husrum.Browser.Tests;

/// <summary>What a coordinator sees when the messages of the house do not arrive.</summary>
public sealed class UndeliveredPageTests(DemoSite site)
{
    [Fact]
    public Task Messages_that_were_refused_are_a_task_that_everybody_can_read_and_use() => site.TellingAsync(async () =>
    {
        await using var program = await ProgramUnderTest.StartAsync();
        await program.StopAsync();
        // a gateway that knows no such address
        (await program.StartAgainAsync(new() { ["Messages__Gateway__Url"] = $"{program.Address}findes-ikke" })).ShouldBeTrue(program.Output);
        var address = program.Address.ToString().TrimEnd('/');
        var applicant = await site.VisitAsync(390, address: address);
        await applicant.GotoAsync("/bliv-frivillig");
        await applicant.FillAsync("[name=name]", "Terkel Uvis");
        await applicant.FillAsync("[name=email]", "terkel@post.example");
        await applicant.SelectOptionAsync("[name=department]", "aarhus");
        await applicant.CheckAsync("[name=functions][value=arrangoer]");
        await applicant.ClickAsync("main form button.big");
        using (var http = new HttpClient { BaseAddress = program.Address })
        using (var form = new FormUrlEncodedContent([new("til", "2026-08-31T08:00")]))
            (await http.PostAsync("/ur/frem", form)).EnsureSuccessStatusCode();
        foreach (var width in Look.Widths)
        {
            var page = await site.VisitAsync(width, address: address);
            var (code, link) = await program.RunVerbAsync("sign-in-link", "karen@husrum.example", "--demo", "--PublicUrl", address);
            code.ShouldBe(0, link);
            await Look.AtAsync(page, address, "ikke-naaet-frem", width, async () =>
            {
                await page.GotoAsync(link.Trim());
                await page.ClickAsync("main form button");
                await page.GotoAsync("/opgaver");
                await page.WaitForSelectorAsync("#beskeder");
            });
        }
    });
}
