using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Husrum.EndToEnd.Tests;
using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>Looks at a page: whether it stays on the screen, asks no other site, and can be read and used by everybody. Pictures for people to look at are left in <c>artifacts/screenshots</c>.</summary>
internal static class Look
{
    /// <summary>A phone and a desk.</summary>
    public static readonly int[] Widths = [390, 1280];

    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    /// <param name="page">The browser's page, of that width.</param>
    /// <param name="address">The site's own address.</param>
    /// <param name="name">Names the picture.</param>
    /// <param name="width">How wide it is.</param>
    /// <param name="open">Opens what is to be looked at.</param>
    public static async Task AtAsync(IPage page, string address, string name, int width, Func<Task> open)
    {
        var complaints = Listen(page, address);
        await open();
        (await page.Locator("script, [style], style, iframe").CountAsync()).ShouldBe(0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "stands out over the edge");
        complaints.ShouldBeEmpty();
        if (width > 600)
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AxeFindsNothingAsync(page, width > 600 ? $"{name} on a desk by night" : $"{name} on a phone by day");
    }

    // what the browser refuses or fails to load, and every request that leaves the site
    private static List<string> Listen(IPage page, string address)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (!message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
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
