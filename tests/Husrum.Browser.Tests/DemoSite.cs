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
        "--enable-logging", "--v=0",
    ];

    // on a machine that does much else
    private const float LongestLaunch = 180_000;
    private const float LongestStep = 60_000;

    private readonly Dictionary<string, Cookie[]> _sessions = [];
    private readonly SemaphoreSlim _signingIn = new(1);
    private readonly SemaphoreSlim _launching = new(1);
    private ProgramUnderTest _program = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private string _browserLog = "";
    private int _launches;

    public string Address => _program.Address.ToString().TrimEnd('/');

    public string ProgramOutput => _program.Output;

    public async ValueTask InitializeAsync()
    {
        _program = await ProgramUnderTest.StartAsync();
        if (_program.HasExited)
            throw new InvalidOperationException($"The program ended at its start, with exit code {_program.ExitCode}. It said:\n{_program.Output}");
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
    }

    /// <summary>Looks at the site, and says where it goes wrong how program and browser are.</summary>
    public async Task TellingAsync(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or HttpRequestException)
        {
            var program = _program.HasExited ? $"ended with exit code {_program.ExitCode}" : "runs";
            throw new InvalidOperationException($"{e.Message}\n\nThe program {program}; Chromium {(_browser.IsConnected ? "runs" : "is gone")}, launched {_launches} times.\nThe program said at last:\n{Tail(_program.Output)}\nChromium said at last:\n{Tail(BrowserOutput())}", e);
        }
    }

    // one that crashed takes its own test with it, and not all that come after
    private async Task<IBrowser> BrowserAsync()
    {
        await _launching.WaitAsync();
        try
        {
            if (!_browser.IsConnected)
                _browser = await LaunchAsync();
            return _browser;
        }
        finally
        {
            _launching.Release();
        }
    }

    private async Task<IBrowser> LaunchAsync()
    {
        _browserLog = Path.Combine(_program.Data, $"chromium-{++_launches}.log");
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = [.. Flags, "--log-file=" + _browserLog], Timeout = LongestLaunch });
    }

    // without the desktop services that a machine for tests lacks
    private string BrowserOutput() => File.Exists(_browserLog) ? string.Join('\n', File.ReadLines(_browserLog).Where(line => !line.Contains("dbus", StringComparison.OrdinalIgnoreCase))) : "(nothing)";

    private static string Tail(string text) => string.Join('\n', text.TrimEnd().Split('\n')[^Math.Min(30, text.TrimEnd().Split('\n').Length)..]);

    /// <summary>A new visitor: own cookies, nothing remembered.</summary>
    /// <param name="width">Of the window.</param>
    /// <param name="javaScript">Whether the browser runs scripts.</param>
    /// <param name="dark">By night.</param>
    /// <param name="address">Another program's address; null for this one's.</param>
    public async Task<IPage> VisitAsync(int width = 1280, bool javaScript = true, bool dark = false, string? address = null)
    {
        var context = await (await BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = address ?? Address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "da-DK",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(LongestStep);
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

    /// <summary>The newest link to a page in a message to somebody, without the address: the rehearsal's messages are older than it.</summary>
    public async Task<string> LinkAsync(string template, string path, string to)
    {
        using var http = new HttpClient { BaseAddress = _program.Address };
        using var messages = JsonDocument.Parse(await http.GetStringAsync("/postkasse.json"));
        return messages.RootElement.EnumerateArray()
            .Where(message => message.GetProperty("template").GetString() == template && message.GetProperty("to").GetString()!.StartsWith(to, StringComparison.Ordinal))
            .SelectMany(message => message.GetProperty("links").EnumerateArray().Select(link => new Uri(link.GetString()!).PathAndQuery))
            .Last(link => link.Contains(path + "?", StringComparison.Ordinal));
    }

    /// <summary>The links to a page in messages to somebody that speak of somebody.</summary>
    public async Task<IReadOnlyList<string>> LinksAboutAsync(string template, string path, string to, string about)
    {
        using var http = new HttpClient { BaseAddress = _program.Address };
        using var messages = JsonDocument.Parse(await http.GetStringAsync("/postkasse.json"));
        return [.. messages.RootElement.EnumerateArray()
            .Where(message => message.GetProperty("template").GetString() == template && message.GetProperty("to").GetString()!.StartsWith(to, StringComparison.Ordinal) && message.GetProperty("text").GetString()!.Contains(about, StringComparison.Ordinal))
            .SelectMany(message => message.GetProperty("links").EnumerateArray().Select(link => new Uri(link.GetString()!).PathAndQuery))
            .Where(link => link.Contains(path + "?", StringComparison.Ordinal))];
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
        _launching.Dispose();
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _program.DisposeAsync();
    }
}
