using System.Net;
using Husrum.Core.Links;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.SignIn;
using Husrum.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.SignIn;

/// <summary>A small site on real Kestrel behind the real sign-in.</summary>
internal sealed class SignInSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SignInSite(WebApplication app) => _app = app;

    public InMemoryRegister Register => (InMemoryRegister)Get<IRegister>();

    public TestClock Clock { get; } = new();

    /// <summary>The machine's own clock, by which sessions end.</summary>
    public TestClock Machine { get; } = new();

    public List<string> Log { get; } = [];

    public SignInLinks Links => Get<SignInLinks>();

    public StaffDirectory Staff => Get<StaffDirectory>();

    public PersonDirectory People => Get<PersonDirectory>();

    private Uri Address => new(_app.Urls.First());

    public static async Task<SignInSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new SignInSite(null!);
        builder.Logging.AddProvider(new ListLogger(site.Log));
        builder.Services.AddStaffSignIn(machine: site.Machine).AddSingleton<IRegister>(new InMemoryRegister()).AddSingleton<IRandom>(new SeededRandom()).AddSingleton<ILinkKey>(new TestLinkKey())
            .AddSingleton<Ids>().AddSingleton<PersonDirectory>().AddSingleton<StaffDirectory>().AddSingleton<PersonalLinks>().AddSingleton<TimeProvider>(site.Clock);
        var app = builder.Build();
        app.UseStaffSignIn();
        app.MapPost("/in", async (HttpContext http, SignInLinks links, string t) =>
        {
            if (await links.UseAsync(t) is not { } ticket)
                return Results.NotFound();
            await StaffCookie.SignInAsync(http, ticket);
            return Results.Ok();
        });
        app.MapPost("/out", StaffCookie.SignOutAsync);
        app.MapGet("/who", (IStaffSession session) => session.Current is { } staff ? $"{staff.Name}: {string.Join(' ', staff.Roles)}" : "nobody");
        app.MapGet("/staff", () => "staff").RequireAuthorization(StaffPolicies.For([]));
        app.MapGet("/money", () => "money").RequireAuthorization(StaffPolicies.For([StaffRole.Treasurer, StaffRole.Leader]));
        await app.StartAsync();
        return new SignInSite(app, site);
    }

    private SignInSite(WebApplication app, SignInSite begun)
        : this(app) => (Clock, Machine, Log) = (begun.Clock, begun.Machine, begun.Log);

    public async Task<string> EmployAsync(string email, params StaffRole[] roles)
    {
        var id = await People.FindOrCreateByEmailAsync(email, "Mette Vang", "da");
        await Staff.PutAsync(id, roles, ["aarhus"]);
        return id;
    }

    public SiteVisitor Visitor(string? cookie = null) => new(Address, cookie);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}

internal sealed class SiteVisitor : IDisposable
{
    private readonly HttpClient _http;

    public SiteVisitor(Uri address, string? cookie = null)
    {
        var cookies = new CookieContainer();
        if (cookie is not null)
            cookies.SetCookies(address, cookie);
        _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
    }

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Answer)> GetAsync(string path)
    {
        var answer = await _http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    public Task<HttpResponseMessage> SignInAsync(string? token) => _http.PostAsync("/in?t=" + token, null);

    public Task<HttpResponseMessage> SignOutAsync() => _http.PostAsync("/out", null);

    public async Task<string> WhoAsync() => (await GetAsync("/who")).Body;

    public void Dispose() => _http.Dispose();
}

internal sealed class ListLogger(List<string> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add($"{logLevel}: {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}
