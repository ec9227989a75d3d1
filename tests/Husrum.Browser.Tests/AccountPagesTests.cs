using Husrum.Functions.Tests.SignIn;
using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>The pages of those who sign in by their account of the organisation's directory, with the header that the platform writes.</summary>
public sealed class AccountPagesTests(DemoSite site)
{
    private const string Known = "drift@husrum.example";

    [Fact]
    public Task Everybody_can_read_and_use_them() => site.TellingAsync(async () =>
    {
        await using var handler = await HandlerUnderTest.StartAsync(new()
        {
            ["SignIn__By"] = "EntraOrLink",
            ["SignIn__Tenant"] = Accounts.Tenant,
            ["WEBSITE_AUTH_ENABLED"] = "true",
            ["FirstOperator"] = Known,
        });
        foreach (var width in Look.Widths)
        {
            foreach (var english in (bool[])[false, true])
            {
                var name = english ? "-en" : "";
                await LookAsync(handler, width, null, "konto-log-ind" + name, page => page.GotoAsync(english ? "/log-ind?sprog=en" : "/log-ind"));
                await LookAsync(handler, width, Accounts.Header("nina@husrum.example"), "konto-ukendt" + name, page => EnterAsync(page, english));
                await LookAsync(handler, width, Accounts.Header(Known), "konto-logget-ud" + name, async page =>
                {
                    await EnterAsync(page, english);
                    await page.WaitForURLAsync("**/medarbejdere*");
                    await page.ClickAsync("form[action='/log-ud'] button");
                    await page.WaitForSelectorAsync("a[href*='.auth/logout']");
                });
            }
        }
    });

    private static async Task EnterAsync(IPage page, bool english)
    {
        await page.GotoAsync(english ? "/log-ind?sprog=en" : "/log-ind");
        await page.ClickAsync("form:has([name=account]) button");
    }

    private async Task LookAsync(HandlerUnderTest handler, int width, string? account, string name, Func<IPage, Task> open)
    {
        var page = await site.VisitAsync(width, address: handler.Address);
        if (account is not null)
            await page.Context.SetExtraHTTPHeadersAsync([new(ClientPrincipalHeader, account)]);
        await Look.AtAsync(page, handler.Address, name, width, () => open(page));
        await page.Context.CloseAsync();
    }

    private const string ClientPrincipalHeader = "x-ms-client-principal";
}
