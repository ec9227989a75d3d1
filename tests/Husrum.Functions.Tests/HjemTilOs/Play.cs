using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Functions.Clock;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Mailbox;
using Husrum.Functions.Tests.Pages;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>
/// A story over HTTP on the rehearsal's clock: people fill in the forms, and in the evening at seven everybody answers what their messages ask, each by the link they got, a minute apart,
/// by their <see cref="Habits"/>. All of it is printed at the end (<see cref="PlayTimeline"/>).
/// </summary>
internal sealed class Play : IAsyncDisposable
{
    private const string Karen = "karen@husrum.example";

    private static readonly TimeOnly Evening = new(19, 0);

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<Question> _asked = [];
    private readonly List<string> _cases = [];
    private DateOnly _from;

    private Play(StorySite site) => (Site, Answers) = (site, new Habits(() => Now));

    public StorySite Site { get; }

    /// <summary>Who answers what.</summary>
    public Habits Answers { get; }

    /// <summary>The wall's clock.</summary>
    public DateTime Now => WallTime.LocalDate(Clock.Now).ToDateTime(WallTime.LocalTime(Clock.Now));

    /// <summary>Numbers and whose they are, to be read in the timeline.</summary>
    public Dictionary<string, string> Phones { get; } = new(StringComparer.Ordinal);

    /// <summary>The cases of the story, in the order in which somebody first heard of them: their partitions.</summary>
    public IReadOnlyList<string> Cases => _cases;

    private VirtualClock Clock => Site.Part<VirtualClock>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>In the rehearsal's organisation, or one whose programme is another.</summary>
    public static async Task<Play> StartAsync(Func<HjemTilOsSettings, HjemTilOsSettings>? programme = null)
    {
        var play = new Play(new StorySite(programme));
        await play.Site.InitializeAsync();
        play._from = DateOnly.FromDateTime(play.Clock.Now.UtcDateTime);
        return play;
    }

    /// <summary>Fills in a form and sends it.</summary>
    public async Task<Sheet> SendAsync(string path, IEnumerable<(string Name, string Value)> typed)
    {
        using var guest = Site.Guest();
        var sent = await (await guest.GetAsync(path)).PressAsync(("action", "send"), typed);
        await Site.SettleAsync();
        await ReadAsync();
        return sent;
    }

    /// <summary>To a day and hour on the wall, with everybody answering in the evenings before.</summary>
    public async Task GoToAsync(string wallTime)
    {
        var end = DateTime.Parse(wallTime, CultureInfo.InvariantCulture);
        for (var evening = Now.Date + Evening.ToTimeSpan(); evening < end; evening = evening.AddDays(1))
        {
            if (evening < Now || (_asked.Count == 0 && Clock.NextDue is { } next && next > WallTime.ToUtc(DateOnly.FromDateTime(evening), Evening)))
                continue;
            await Site.TurnToAsync(Text(evening));
            await AnswerAllAsync();
        }

        if (end > Now)
            await Site.TurnToAsync(Text(end));
    }

    /// <summary>Everybody answers what they are asked now.</summary>
    public async Task AnswerAllAsync()
    {
        bool answered;
        do
        {
            await ReadAsync();
            answered = false;
            foreach (var question in _asked.OrderBy(q => _cases.IndexOf(q.Partition)).ThenBy(q => q.Who, StringComparer.Ordinal).ThenBy(q => q.Name, StringComparer.Ordinal).ToList())
            {
                if (!await IsOpenAsync(question))
                    _asked.Remove(question);
                else if (Answers.GetValueOrDefault(question.Kind)?.Invoke(question) is { } reply)
                    answered |= await GiveAsync(question, reply);
            }
        }
        while (answered);
    }

    /// <summary>One answers now what they are asked.</summary>
    public async Task AnswerAsync(string who, string kind, string answer, params (string Name, string Value)[] fields)
    {
        await ReadAsync();
        (await GiveAsync(_asked.Where(q => q.Who == who && q.Kind == kind).OrderBy(q => _cases.IndexOf(q.Partition)).Last(), new Reply(answer, fields))).ShouldBeTrue(kind);
    }

    /// <summary>The coordinator, signed in.</summary>
    public Task<Guest> KarenAsync() => Site.StaffAsync(Karen);

    /// <summary>A coordinator proposes a family to a child, from the list of those who wait.</summary>
    public async Task ProposeAsync(string child, string family, string forFamily, string forChild)
    {
        using var karen = await KarenAsync();
        var list = await karen.GetAsync("/match");
        var card = list.Page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent.Contains(child, StringComparison.Ordinal) == true);
        var form = card.QuerySelectorAll("details").Single(d => d.QuerySelector("summary")!.TextContent.Contains(family, StringComparison.Ordinal)).QuerySelector("form")!;
        string Hidden(string name) => ((IHtmlInputElement)form.QuerySelector($"input[name='{name}']")!).Value;
        var sent = await list.PressAsync(("", ""), [("pair", Hidden("pair")), ("referral", Hidden("referral")), ("family", Hidden("family")), ("forFamily", forFamily), ("forChild", forChild)], having: "forFamily");
        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
        await Site.SettleAsync();
        await ReadAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static string Text(DateTime wall) => wall.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    // the message is opened, an answer chosen and sent; a minute later comes the next. False where the case has moved on meanwhile
    private async Task<bool> GiveAsync(Question question, Reply reply)
    {
        _asked.Remove(question);
        using var guest = Site.Guest();
        var page = await guest.GetAsync(question.Link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        if (page.Page.QuerySelector("#svar") is null)
            return false;
        var answer = reply == Reply.FirstTime ? page.Page.QuerySelectorAll<IHtmlInputElement>("input[name=answer]").First(i => i.Value.EndsWith('Z')).Value : reply.Answer;
        await Site.TurnToAsync(Text(Now.AddMinutes(1)));
        var done = await page.PressAsync(("", ""), [("answer", answer), .. reply.Fields]);
        done.Status.ShouldBe(HttpStatusCode.OK, $"{Now}: {question.Who} {question.Name} {answer}: {done.Text}");
        await Site.SettleAsync();
        return true;
    }

    private async Task<bool> IsOpenAsync(Question question) =>
        await Site.Part<IRegister>().GetAsync<DecisionRecord>(question.Partition, question.Row, Ct) is { Value.IsOpen: true };

    private async Task ReadAsync()
    {
        var (register, today) = (Site.Part<IRegister>(), DateOnly.FromDateTime(Clock.Now.UtcDateTime));
        var renderer = Site.Part<IMessageRenderer>();
        for (; ; _from = _from.AddDays(1))
        {
            await foreach (var place in register.QueryAsync<NoticePlace>(Partitions.NoticeIndex, _from.ToString("yyyyMMdd", CultureInfo.InvariantCulture), Outbox.DueThrough(Clock.Now), Ct))
            {
                if (_read.Add(place.Value.Row) && (await register.GetAsync<Notice>(place.Value.Partition, place.Value.Row, Ct))?.Value is { Channel: NoticeChannel.Email } notice && PlayTimeline.IsOurs(notice.Key))
                    await ReadAsync(MailboxEntry.Of(notice, (await renderer.WithTokensAsync(notice, Ct))!), place.Value.Partition);
            }

            if (_from == today)
                return;
        }
    }

    private async Task ReadAsync(MailboxEntry mail, string partition)
    {
        if (!_cases.Contains(partition))
            _cases.Add(partition);
        foreach (var link in mail.Links.Select(link => new Uri(link).PathAndQuery).Where(link => link.StartsWith("/svar?t=", StringComparison.Ordinal)))
        {
            var asked = (await Site.Part<PersonalLinks>().ResolveAsync(link[8..], LinkPurpose.Answer, Ct)).ShouldNotBeNull().Value;
            var decision = (await Site.Part<IRegister>().GetAsync<DecisionRecord>(partition, "decision:" + asked.Action, Ct)).ShouldNotBeNull().Value;
            var question = new Question(mail.To.Split('@')[0], decision.Question, link, partition, "decision:" + asked.Action);
            if (decision.IsOpen && !_asked.Contains(question))
                _asked.Add(question);
        }
    }
}
