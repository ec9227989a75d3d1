using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Husrum.EndToEnd.Tests.Chaos;

/// <summary>
/// Volunteers, applicants, families and coordinators who do what their messages ask of them, over HTTP and by the links in them; those whose address begins with <c>tavs</c> never answer.
/// What got no answer they try again.
/// </summary>
internal sealed class Townsfolk(ProgramUnderTest program, Menace menace)
{
    private const int MostTries = 400;

    // of the answers a page offers, the one that brings the matter forward
    private static readonly string[] Liked = ["confirm", "offer", "go-on", "ordered", "clean", "signed", "came", "met", "all", "talked", "weekly", "send", "yes", "keep", "approve", "done"];

    private readonly HashSet<string> _done = [];

    public DateOnly Today { get; private set; } = new(2026, 8, 31);

    /// <summary>Answers given, counted once each.</summary>
    public int Answers { get; private set; }

    /// <summary>Does something until it is done, whatever happens to the program under it. It must bear to be done twice.</summary>
    public async Task DoAsync(Func<RefundJourney, Task> act)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            await menace.WhenUpAsync();
            try
            {
                using var journey = new RefundJourney(program);
                await act(journey);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException or TaskCanceledException)
            {
                // it went away; perhaps the menace has not yet told
                await Task.Delay(5);
            }
        }

        throw new TimeoutException("It comes to no end. The program said:\n" + program.Output);
    }

    public async Task GoToAsync(DateOnly day)
    {
        await DoAsync(journey => journey.GoToAsync($"{day:yyyy-MM-dd}T12:00"));
        Today = day;
    }

    /// <summary>Everybody answers what they have been asked, until nobody is asked anything more.</summary>
    public async Task AnswerAsync()
    {
        while (await NextAsync() is { } message)
        {
            var link = Links(message).First(l => l.StartsWith("/svar?", StringComparison.Ordinal) || l.StartsWith("/afgoer?", StringComparison.Ordinal));
            await DoAsync(async journey =>
            {
                await (link.StartsWith("/svar?", StringComparison.Ordinal) ? AnswerAsync(link) : DecideAsync(link));
                await journey.SettleAsync();
            });
            _done.Add(message.GetProperty("key").GetString()!);
            Answers++;
        }
    }

    /// <summary>Somebody who would like to be a volunteer fills the form in. The form is the same each time it is sent.</summary>
    public async Task ApplyAsync(string name, string mailbox, string function)
    {
        var form = "";
        await DoAsync(async journey =>
        {
            using var visitor = new Visitor(program.Address);
            var page = await visitor.OpenAsync("/bliv-frivillig");
            if (form.Length == 0)
                form = page.Document.QuerySelector<IHtmlInputElement>("[name=submissionId]")!.Value;
            var sent = await page.SendAsync(page.Form("submissionId"), ("submissionId", form), ("action", "send"), ("department", "aarhus"), ("name", name), ("email", mailbox), ("functions", function), ("motivation", "Jeg vil gerne være med."));
            sent.Status.ShouldBe(System.Net.HttpStatusCode.OK, sent.Text);
            await journey.SettleAsync();
        });
    }

    private async Task<JsonElement?> NextAsync()
    {
        JsonElement? found = null;
        await DoAsync(async journey => found = (await journey.MailboxAsync())
            .Where(m => m.GetProperty("state").GetString() == "sent" && !_done.Contains(m.GetProperty("key").GetString()!) && !m.GetProperty("to").GetString()!.StartsWith("tavs", StringComparison.Ordinal))
            .Where(m => Links(m).Any(l => l.StartsWith("/svar?", StringComparison.Ordinal) || (l.StartsWith("/afgoer?", StringComparison.Ordinal) && m.GetProperty("text").GetString()!.Contains("Quendelina", StringComparison.Ordinal))))
            .OrderBy(m => m.GetProperty("due").GetDateTimeOffset()).ThenBy(m => m.GetProperty("to").GetString(), StringComparer.Ordinal)
            .Select(m => (JsonElement?)m).FirstOrDefault());
        return found;
    }

    private async Task AnswerAsync(string link)
    {
        using var visitor = new Visitor(program.Address);
        var page = await visitor.OpenAsync(link);
        if (page.Document.QuerySelector<IHtmlFormElement>("form#svar") is not { } form)
            return; // another has answered, or it is over
        var offered = form.QuerySelectorAll("[name=answer]").Select(choice => choice.GetAttribute("value")!).ToList();
        var answer = Liked.FirstOrDefault(offered.Contains) ?? offered[0];
        var sent = await page.SendAsync(form, [("answer", answer), .. Fields(form)]);
        sent.Status.ShouldBe(System.Net.HttpStatusCode.OK, $"{link[..6]} {answer}: {sent.Document.QuerySelector("main")?.TextContent}");
    }

    private async Task DecideAsync(string link)
    {
        using var coordinator = new Visitor(program.Address);
        var page = await coordinator.OpenAsync(link);
        if (page.Document.QuerySelector("main form [name=amount]") is not null)
            await RefundJourney.DecideAsync(coordinator, link, "approve", RefundJourney.Total);
    }

    private IEnumerable<(string, string)> Fields(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name]").Where(i => i.GetAttribute("type") is not ("hidden" or "radio" or "submit")))
        {
            var name = input.GetAttribute("name")!;
            var value = input.GetAttribute("type") switch
            {
                "checkbox" => "on",
                "datetime-local" => name == "time1" ? $"{Today.AddDays(3):yyyy-MM-dd}T16:30" : "",
                "date" => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => "Caféen",
            };
            yield return (name, value);
        }
    }

    private static IEnumerable<string> Links(JsonElement message) => message.GetProperty("links").EnumerateArray().Select(link => new Uri(link.GetString()!).PathAndQuery);
}
