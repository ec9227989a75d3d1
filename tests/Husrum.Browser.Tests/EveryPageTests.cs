namespace Husrum.Browser.Tests;

/// <summary>Every page, on a phone and on a desk, by day and by night.</summary>
public sealed class EveryPageTests(DemoSite site)
{
    public static TheoryData<string> Pages => Views.Data;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Everybody_can_read_and_use_it_and_it_asks_nobody_else(string view) => site.TellingAsync(() => LookAsync(view));

    private async Task LookAsync(string view)
    {
        foreach (var width in Look.Widths)
        {
            var page = await site.VisitAsync(width);
            await Look.AtAsync(page, site.Address, view, width, () => Views.OpenAsync(site, page, view));
            await page.Context.CloseAsync();
        }
    }
}
