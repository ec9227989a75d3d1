using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>A claim's whole way in a browser that runs no scripts: from the form to the money, and once around by the bank that sent it back.</summary>
public sealed class WithoutScriptsTests(DemoSite site)
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(Husrum.EndToEnd.Tests.Repository.Root, "artifacts", "screenshots")).FullName;

    [Fact]
    public Task A_claim_goes_from_the_form_to_the_money_without_javascript() => site.TellingAsync(WalkAsync);

    private async Task WalkAsync()
    {
        var claimant = await site.VisitAsync(390, javaScript: false);
        await claimant.GotoAsync("/udlaeg");
        await ClaimPage.FillAsync(claimant, "Vibeke Uden", "vibeke");
        await claimant.SelectOptionAsync("[name=department]", "viborg"); // whose coordinator no other test asks
        await claimant.ClickAsync("button[value=lines]");
        (await claimant.InputValueAsync("[name=name]")).ShouldBe("Vibeke Uden");
        await claimant.FillAsync("[name=registrationNumber]", "0400");
        await claimant.FillAsync("[name=accountNumber]", "12345678");
        await claimant.SetInputFilesAsync("#receipts", [ClaimPage.Photo("bon.jpg")]);
        await ClaimPage.SendAsync(claimant);
        await claimant.WaitForURLAsync("**/status?*");
        var status = claimant.Url;
        await site.SettleAsync();

        var coordinator = await site.VisitAsync(javaScript: false);
        await OpenQuestionAsync(coordinator);
        await coordinator.FillAsync("[name=reason]", "Hvor mange var I?");
        await coordinator.ClickAsync("button[value=return]");
        await site.SettleAsync();
        await claimant.GotoAsync(await site.LinkAsync("refund-returned", "/ret", "vibeke@"));
        await claimant.FillAsync("[name=purpose]", "Fællesspisning, 14 personer");
        await claimant.FillAsync("[name=registrationNumber]", "0400");
        await claimant.FillAsync("[name=accountNumber]", "12345678");
        await ClaimPage.SendAsync(claimant);
        await claimant.WaitForURLAsync("**/status?*");
        await site.SettleAsync();
        await OpenQuestionAsync(coordinator);
        await coordinator.FillAsync("[name=amount]", "187");
        await coordinator.ClickAsync("button[value=approve]");
        await site.SettleAsync();

        var treasurer = await site.VisitAsync(javaScript: false);
        await site.SignInAsync(treasurer, "kasserer@husrum.example");
        await PayAsync(treasurer);
        await claimant.GotoAsync(status);
        (await claimant.InnerTextAsync("main")).ShouldContain("Betalt");

        await treasurer.ClickAsync("tr:has-text('Vibeke Uden') a[href*=tilbage]");
        await treasurer.FillAsync("[name=reason]", "Banken afviste kontoen.");
        await treasurer.ClickAsync("main button.danger");
        await site.SettleAsync();
        await claimant.GotoAsync(status);
        await claimant.FillAsync("[name=registrationNumber]", "9570");
        await claimant.FillAsync("[name=accountNumber]", "1234567");
        await claimant.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "status-konto-390.png"), FullPage = true });
        await claimant.ClickAsync("form[action='/status/konto'] button");
        (await claimant.InnerTextAsync("main")).ShouldContain("Tak.");

        await treasurer.GotoAsync("/udbetalinger");
        await treasurer.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "udbetalinger-rettet-konto-1280.png"), FullPage = true });
        (await treasurer.InnerTextAsync("main")).ShouldContain("ring og spørg");
        await PayAsync(treasurer);
        await claimant.GotoAsync(status);
        (await claimant.InnerTextAsync("main")).ShouldContain("Betalt");
    }

    // the first question is answered when the second is put; their mails are of the same moment
    private async Task OpenQuestionAsync(IPage coordinator)
    {
        foreach (var link in await site.LinksAboutAsync("refund-approve", "/afgoer", "pia@", "Vibeke Uden"))
        {
            await coordinator.GotoAsync(link);
            if (await coordinator.Locator("[name=amount]").CountAsync() > 0)
                return;
        }

        throw new InvalidOperationException("No question is open.");
    }

    // a list of all that is approved, all of it paid; where it stands afterwards is the list's page
    private async Task PayAsync(IPage treasurer)
    {
        await treasurer.GotoAsync("/udbetalinger");
        await treasurer.ClickAsync("form:has([name=submissionId]) button");
        await treasurer.ClickAsync("tr:has-text('Vibeke Uden') form[action$='/betalt'] button");
        await site.SettleAsync();
    }
}
