using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Husrum.EndToEnd.Tests;
using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>Every page, on a phone and on a desk, by day and by night. Pictures for people to look at are left in <c>artifacts/screenshots</c>.</summary>
public sealed class EveryPageTests(DemoSite site)
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    public static TheoryData<string> Pages => Views.Data;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Everybody_can_read_and_use_it_and_it_asks_nobody_else(string view) => site.TellingAsync(() => LookAsync(view));

    private async Task LookAsync(string view)
    {
        foreach (var width in (int[])[390, 1280])
        {
            var page = await site.VisitAsync(width);
            var complaints = Listen(page);
            await Views.OpenAsync(site, page, view);
            (await page.Locator("script, [style], style, iframe").CountAsync()).ShouldBe(0);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{view}-{width}.png"), FullPage = true });
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "stands out over the edge");
            complaints.ShouldBeEmpty();
            if (width > 600)
                await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await AxeFindsNothingAsync(page, width > 600 ? $"{view} on a desk by night" : $"{view} on a phone by day");
            await page.Context.CloseAsync();
        }
    }

    // what the browser refuses or fails to load, and every request that leaves the site
    private List<string> Listen(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (!message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal))
                complaints.Add("asks another site: " + request.Url);
        };
        return complaints;
    }

    private static async Task AxeFindsNothingAsync(IPage page, string where)
    {
        var found = await page.RunAxe(Rules);
        var problems = found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html} ({string.Join(" ", node.Any.Concat(node.All).Select(check => check.Message))})")).ToList();
        Assert.True(problems.Count == 0, $"{where}:\n{string.Join("\n", problems)}");
    }
}
