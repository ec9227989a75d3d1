using System.Text.Json;
using Husrum.Browser.Tests;
using Husrum.EndToEnd.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Husrum.Browser.Tests;

/// <summary>The real program with its rehearsal, and Chromium to look at it with. One for all tests: each makes what it changes itself.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<string, Cookie[]> _sessions = [];
    private readonly SemaphoreSlim _signingIn = new(1);
    private ProgramUnderTest _program = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public string Address => _program.Address.ToString().TrimEnd('/');

    public string ProgramOutput => _program.Output;

    public async ValueTask InitializeAsync()
    {
        _program = await ProgramUnderTest.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    /// <summary>A new visitor: own cookies, nothing remembered.</summary>
    public async Task<IPage> VisitAsync(int width = 1280, bool javaScript = true, bool dark = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "da-DK",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>Makes the visitor this staff member. Each signs in once and is remembered: links are not handed out without end.</summary>
    public async Task SignInAsync(IPage page, string email)
    {
        await _signingIn.WaitAsync();
        try
        {
            if (!_sessions.TryGetValue(email, out var cookies))
            {
                await SignInByLinkAsync(page, email);
                _sessions[email] = cookies = [.. (await page.Context.CookiesAsync()).Where(cookie => cookie.Name == "medarbejder").Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Address })];
            }

            await page.Context.AddCookiesAsync(cookies);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>Signs in as people do: asks for the link, opens it, presses the button.</summary>
    public async Task SignInByLinkAsync(IPage page, string email)
    {
        await page.GotoAsync("/log-ind");
        await page.FillAsync("[name=email]", email);
        await page.ClickAsync("main form button");
        await SettleAsync();
        await page.GotoAsync(await LinkAsync("sign-in", "/log-ind", email));
        await page.ClickAsync("main form button");
    }

    /// <summary>The newest link to a page in a message to somebody.</summary>
    public async Task<string> LinkAsync(string template, string path, string to)
    {
        using var http = new HttpClient { BaseAddress = _program.Address };
        using var messages = JsonDocument.Parse(await http.GetStringAsync("/postkasse.json"));
        return messages.RootElement.EnumerateArray()
            .Where(message => message.GetProperty("template").GetString() == template && message.GetProperty("to").GetString()!.StartsWith(to, StringComparison.Ordinal))
            .SelectMany(message => message.GetProperty("links").EnumerateArray().Select(link => link.GetString()!))
            .Last(link => link.Contains(path + "?", StringComparison.Ordinal));
    }

    /// <summary>Lets all happen that is due now.</summary>
    public async Task SettleAsync()
    {
        using var http = new HttpClient { BaseAddress = _program.Address };
        using var form = new FormUrlEncodedContent([new("til", "2026-08-31T08:00")]);
        using var answer = await http.PostAsync("/ur/frem", form);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _signingIn.Dispose();
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _program.DisposeAsync();
    }
}
