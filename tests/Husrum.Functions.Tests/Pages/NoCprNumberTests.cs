using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Husrum.Core.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Pages;

/// <summary>Whatever field of whatever form of a volunteer's life a CPR number is written into, it stands in no record, log or file (rules-and-sources.md 2.2).</summary>
public sealed class NoCprNumberTests : IAsyncLifetime
{
    private const string Name = "Ina Bro";
    private const string Mailbox = "ina@post.example";
    private const string GuardField = "_formular";
    private static readonly string[] Numbers = ["010190-1234", "0101901234"];

    /// <summary>The forms of a volunteer's life and of those who look after them. A new form stands here, or below with the reason why not.</summary>
    private static readonly string[] Fed =
    [
        "/bliv-frivillig", "/en/volunteer", "/api/volunteer-applications", "/svar", "/min-sag",
        "/frivillig", "/frivillig/stop", "/frivillig/forhindret", "/frivillig/ferie", "/frivillig/hjemme", "/frivillig/funktion", "/frivillig/funktion/slut", "/frivillig/kontakt",
        "/frivillige/{personId}/funktion", "/frivillige/{personId}/funktion/slut", "/frivillige/{personId}/farvel", "/frivillige/opfordring",
        "/moede", "/moeder/nyt", "/moeder/{id}/flyt", "/moeder/{id}/aflys", "/moeder/{id}/kom", "/medarbejdere/ny", "/medarbejdere/{personId}", "/log-ind",
    ];

    /// <summary>Forms of the same kind whose fields are words and keys that nobody types, or that belong to other lives and have tests of their own.</summary>
    private static readonly string[] Others =
    [
        "/s/{code?}", "/s", "/opgaver/", "/medarbejdere/{personId}/", "/log-ud", "/mine", "/konto", "/drift", "/postkasse", "/ur/", "/beskeder", "/azure", "/api/delivery", "/ind", "/log-ind/",
        "/udlaeg", "/en/expenses", "/ret", "/afgoer", "/status", "/udbetalinger", "/api/expense-claims", // refunds: NoCprNumbers
        "/generalproeve", "/hjem-til-os", "/api/friend-families", "/api/referrals", "/en/hjem-til-os", "/mig/", "/henvis", "/en/refer", "/venskabsfamilie", "/match", "/forloeb", "/bekymring", "/familie", "/henvisninger", "/min-", // Hjem til Os: TextRules
    ];

    private readonly LoggedRehearsal _site = new();
    private readonly HashSet<string> _met = [];

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public void Every_form_there_is_stands_in_one_of_the_lists()
    {
        var forms = _site.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal).ToList();
        forms.Count.ShouldBeGreaterThan(30);
        Fed.Except(forms).ShouldBeEmpty("listed, and no longer there");
        forms.Except(Fed).Where(form => !Others.Any(other => form.StartsWith(other, StringComparison.Ordinal))).ShouldBeEmpty("a new form: feed it, or say why not");
    }

    [Fact]
    public async Task Written_into_any_field_of_any_of_them_it_stands_in_no_record_log_or_file()
    {
        using var guest = _site.Guest();
        foreach (var path in (string[])["/bliv-frivillig", "/en/volunteer"])
            await FeedAsync(await guest.GetAsync(path), path, Applicants.Typed("Fie Foder"), ("action", "send"));
        await ApiAsync(guest);
        await FeedAsync(await guest.GetAsync("/log-ind"), "/log-ind", [("email", "karen@husrum.example")]);
        await LifeAsync();
        var own = await _site.LinkToAsync(Mailbox, "volunteer-welcome");
        using var karen = await _site.StaffAsync(VolunteerWay.Karen);
        await MeetingsAsync(karen);
        await OwnPageAsync(guest, own);
        await StaffAsync(karen, own);
        await _site.SettleAsync();

        Fed.Where(form => !_met.Contains(form)).ShouldBeEmpty("never fed");
        var found = Everything().SelectMany(place => Numbers.Where(place.Text.Contains).Select(_ => place.Name)).Distinct().ToList();
        found.ShouldBeEmpty();
        Everything().ShouldContain(place => place.Text.Contains("Jeg vil gerne være med.", StringComparison.Ordinal), "the search finds what is there to be found");
    }

    // every question of an application that is asked on the way, as those who are asked
    private async Task LifeAsync()
    {
        await _site.ApplyForAsync(Name, "venskabsfamilie");
        foreach (var step in _site.WayOf(Name))
        {
            await AnswersAsync();
            await step();
        }

        await AnswersAsync();
        using var guest = _site.Guest();
        var status = await guest.GetAsync(await _site.LinkToAsync(Mailbox, "volunteer-booked"));
        await FeedAsync(status, "/min-sag", [("goer", "moved")]); // too late for that now
        await _site.TaskAsync(Name, "sige ja eller nej", "approve");
    }

    private async Task AnswersAsync()
    {
        using var guest = _site.Guest();
        var links = (await _site.MailsAsync(Mailbox)).Concat((await _site.MailsAsync(VolunteerWay.Karen)).Where(mail => mail.Text.Contains(Name, StringComparison.Ordinal)))
            .SelectMany(mail => mail.Links).Where(link => link.Contains("/svar?", StringComparison.Ordinal)).Distinct();
        foreach (var link in links)
        {
            var page = await guest.GetAsync(new Uri(link).PathAndQuery);
            if (page.Page.QuerySelector("main form") is not null)
                await FeedAsync(page, "/svar", [("answer", page.Page.QuerySelector("[name=answer]")?.GetAttribute("value") ?? "")]);
        }
    }

    private async Task OwnPageAsync(Guest guest, string own)
    {
        foreach (var (path, typed) in (IEnumerable<(string, (string, string)[])>)
        [
            ("/frivillig/forhindret", [("absentFrom", "2026-11-20"), ("absentUntil", "2026-11-21")]),
            ("/frivillig/ferie", [("awayFrom", "2026-12-20"), ("awayUntil", "2026-12-28")]),
            ("/frivillig/funktion", [("function", "hjerteven"), ("birthDate", "1980-01-01")]),
            ("/frivillig", [("from", "2027-03-01"), ("until", "2027-04-01")]),
            ("/frivillig/stop", [("lastDay", "2027-09-01")]),
        ])
        {
            await FeedAsync(await guest.GetAsync(own), path, typed);
        }

        await (await guest.GetAsync(own)).PressAsync(("", ""), [("awayFrom", "2026-12-20"), ("awayUntil", "2026-12-28")], having: "awayFrom");
        await FeedAsync(await guest.GetAsync(own), "/frivillig/hjemme", []);
        await (await guest.GetAsync(own)).PressAsync(("", ""), [("function", "arrangoer")], having: "/frivillig/funktion");
        await _site.SettleAsync();
        await _site.TaskAsync(Name, "ny funktion", "approve");
        await FeedAsync(await guest.GetAsync(own), "/frivillig/funktion/slut", [("function", "kok")]);
        await FeedAsync(await guest.GetAsync(own.Replace("/frivillig?", "/frivillig/kontakt?", StringComparison.Ordinal)), "/frivillig/kontakt", [("phone", "20304050")]);
    }

    private async Task MeetingsAsync(Guest karen)
    {
        (string, string)[] meeting = [("kind", "VolunteerMeeting"), ("department", "aarhus"), ("audience", "volunteers"), ("date", "2027-01-14"), ("from", "17:00"), ("until", "19:00"), ("place", "Caféen"), ("note", "Mad")];
        await FeedAsync(await karen.GetAsync("/moeder/nyt"), "/moeder/nyt", meeting);
        var made = await (await karen.GetAsync("/moeder/nyt")).PressAsync(("", ""), meeting, having: "place");
        made.Status.ShouldBe(HttpStatusCode.SeeOther);
        await _site.SettleAsync();
        using var guest = _site.Guest();
        await FeedAsync(await guest.GetAsync(await _site.LinkToAsync(Mailbox, "gathering-invite")), "/moede", [("answer", "maybe")]);
        await FeedAsync(await karen.GetAsync(made.Location! + "/flyt"), "/moeder/{id}/flyt", meeting);
        await PostAsync(karen, made.Location! + "/kom", "/moeder/{id}/kom", "person", "came");
        await PostAsync(karen, made.Location! + "/aflys", "/moeder/{id}/aflys", "note");
    }

    private async Task StaffAsync(Guest karen, string own)
    {
        var person = (await _site.Part<PersonDirectory>().FindByEmailAsync(Mailbox, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var file = $"/frivillige/{person}";
        await FeedAsync(await karen.GetAsync(file), "/frivillige/{personId}/funktion", [("function", "hjerteven"), ("birthDate", "1980-01-01")]);
        await PostAsync(karen, file + "/funktion/slut", "/frivillige/{personId}/funktion/slut", "function");
        await FeedAsync(await karen.GetAsync(file), "/frivillige/{personId}/farvel", [("talkedOn", "2026-11-11"), ("message", "none")]);
        using var leader = await _site.StaffAsync("landsleder@husrum.example");
        await FeedAsync(await leader.GetAsync("/frivillige/opfordring"), "/frivillige/opfordring", [("department", "aarhus"), ("function", "online")]);
        using var operations = await _site.StaffAsync("drift@husrum.example");
        (string, string)[] member = [("name", "Ny Kollega"), ("email", "ny@husrum.example"), ("roles", "Treasurer")];
        await FeedAsync(await operations.GetAsync("/medarbejdere/ny"), "/medarbejdere/ny", member);
        var some = (await operations.GetAsync("/medarbejdere")).Page.QuerySelector("a[href^='/medarbejdere/p-']")!.GetAttribute("href")!;
        await FeedAsync(await operations.GetAsync(some), "/medarbejdere/{personId}", member);
    }

    // the form with each field in turn holding the number, and the rest as one would write it
    private async Task FeedAsync(Sheet page, string form, IReadOnlyList<(string Name, string Value)> typed, (string Name, string Value) button = default)
    {
        var action = form.Contains('{', StringComparison.Ordinal) ? form[(form.LastIndexOf('}') + 1)..] : form;
        var found = page.Page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(f => (f.GetAttribute("action") ?? "").EndsWith(action, StringComparison.Ordinal) && f.QuerySelector("input, textarea, select, button") is not null);
        found.ShouldNotBeNull($"{form} on {page.Answer.RequestMessage?.RequestUri?.AbsolutePath} ({page.Status})");
        var fields = found.QuerySelectorAll("input[name], textarea[name], select[name], button[name]").Select(field => field.GetAttribute("name")!)
            .Where(name => name is not ("t" or "sprog") && name != GuardField).Distinct().ToList();
        var address = found.GetAttribute("action")!;
        var kept = found.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value)).ToList();
        foreach (var field in fields)
        {
            // any value is a tick; with all the rest right, the form would be taken
            var isTick = found.QuerySelector($"input[type=checkbox][name='{field}']") is not null;
            foreach (var number in Numbers)
                await SendAsync(page.Guest, address, [.. kept, .. isTick ? [] : typed, .. button.Name is null ? [] : new[] { button }], field, number);
        }

        _met.Add(form);
    }

    // a form that only others of its kind show now
    private async Task PostAsync(Guest guest, string address, string form, params string[] fields)
    {
        var guard = (await guest.GetAsync("/opgaver")).Page.QuerySelectorAll($"input[name={GuardField}]").OfType<IHtmlInputElement>().First().Value;
        foreach (var field in fields)
        {
            foreach (var number in Numbers)
                await SendAsync(guest, address, [(GuardField, guard)], field, number);
        }

        _met.Add(form);
    }

    private static async Task SendAsync(Guest guest, string address, IEnumerable<(string Name, string Value)> typed, string field, string number)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in typed.Where(one => one.Name != field).DistinctBy(one => one.Name))
            content.Add(new StringContent(value), name);
        content.Add(new StringContent(number), field);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var answer = await guest.SendAsync(request);
        ((int)answer.Status).ShouldBeOneOf([200, 303, 404, 409, 422], $"{address}: {field}");
    }

    private async Task ApiAsync(Guest guest)
    {
        foreach (var field in (string[])["department", "name", "email", "phone", "functions", "birthDate", "languages", "heardFrom", "motivation", "language"])
        {
            foreach (var number in Numbers)
            {
                using var form = new FormUrlEncodedContent(Applicants.Typed("Fie Foder").Where(f => f.Name != field).Append((field, number)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/volunteer-applications") { Content = form };
                request.Headers.Add("x-functions-key", "demo");
                using var answer = await guest.Http.SendAsync(request, TestContext.Current.CancellationToken);
                ((int)answer.StatusCode).ShouldBeOneOf([201, 422], field);
            }
        }

        _met.Add("/api/volunteer-applications");
    }

    private IEnumerable<(string Name, string Text)> Everything()
    {
        foreach (var file in Directory.EnumerateFiles(_site.DataFolder, "*", SearchOption.AllDirectories))
        {
            yield return ("a file's name", Path.GetFileName(file));
            if (file.EndsWith(".lock", StringComparison.Ordinal))
                continue; // held, and empty
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            yield return (Path.GetFileName(file), Encoding.UTF8.GetString(memory.ToArray()));
        }

        foreach (var line in _site.Lines)
            yield return ("the log", line);
    }

    private sealed class LoggedRehearsal : PagesSite, ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        protected override bool Demo => true;

        public ILogger CreateLogger(string categoryName) => new Writer(Lines);

        void IDisposable.Dispose()
        {
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(this));
        }

        private sealed class Writer(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);
        }
    }
}
