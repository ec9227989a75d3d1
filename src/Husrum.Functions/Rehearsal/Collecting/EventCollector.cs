using System.Text.RegularExpressions;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Views;
using Husrum.Functions.Rehearsal.Plays;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Collecting;

/// <summary>Makes the lines of a rehearsal from what was written and sent on its stage since the curtain rose.</summary>
internal sealed partial class EventCollector
{
    // a note between two cases that one has claimed the other: no words of its own
    private const string Claimed = "matched";

    private readonly Production _production;
    private readonly CalendarMarks _calendar;
    private readonly StagePeople _people;
    private readonly IReadOnlyList<CaseVoice> _voices;
    private readonly Dictionary<string, CaseRecord> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), DecisionRecord> _questions = [];
    private readonly HashSet<(string, DateOnly)> _visits = [];
    private readonly Dictionary<string, (string Partition, Notice Notice)> _notices = new(StringComparer.Ordinal);
    private readonly List<RehearsedEvent> _events = [];

    private EventCollector(Production production, CalendarMarks calendar, StagePeople people) =>
        (_production, _calendar, _people, _voices) = (production, calendar, people, CaseVoice.All(production.Stage));

    private string Language => _production.Request.Language;

    /// <summary>All lines, in the order of time.</summary>
    public static async Task<IReadOnlyList<RehearsedEvent>> CollectAsync(Production production, CalendarMarks calendar, CancellationToken cancellation)
    {
        var collector = new EventCollector(production, calendar, await StagePeople.ReadAsync(production.Stage, cancellation));
        foreach (var (entry, index) in production.Stage.Chronicle.Entries.Select((entry, index) => (entry, index)))
            collector.Take(entry, shown: index >= production.Curtain.Rows);
        foreach (var sent in production.Stage.World.Mailboxes.After(production.Curtain.Messages))
            collector.Take(sent);
        return [.. RehearsedEvent.InOrder(collector._events.Select(collector.Marked))];
    }

    private void Take(StageEntry entry, bool shown)
    {
        var before = _events.Count;
        switch (entry.Record)
        {
            case CaseRecord @case:
                _cases[entry.Partition] = @case;
                _instances[entry.Partition] = @case.InstanceId;
                State(entry, @case.StateWord, Voice(@case)?.StandsAt(@case));
                Visits(entry, @case as FamilyCourse);
                break;
            case ExpenseClaim claim:
                _instances[entry.Partition] = claim.InstanceId;
                State(entry, claim.State.ToString(), ClaimStateWords.StandsAt(claim.State));
                break;
            case DecisionRecord decision:
                Question(entry, decision);
                break;
            case TimelineLine line when line.What != Claimed && !line.What.Contains(':', StringComparison.Ordinal):
                Add(entry, RehearsedKind.Milestone, line.What, Line(entry.Partition, line.What));
                break;
            case Notice notice:
                _notices.TryAdd(notice.Key, (entry.Partition, notice));
                break;
        }

        if (!shown)
            _events.RemoveRange(before, _events.Count - before);
    }

    private void Take(SentMessage sent)
    {
        var message = sent.Message;
        var (partition, notice) = _notices.GetValueOrDefault(message.Key);
        var name = notice?.Template ?? "";
        _events.Add(new RehearsedEvent(sent.At, RehearsedKind.Message, _production.Request.Play.Name, _instances.GetValueOrDefault(partition ?? "", ""), name)
        {
            To = _people.At(message.To),
            Channel = message.Channel == NoticeChannel.Sms ? "sms" : "email",
            Headline = message.Body.Subject ?? WithoutTokens(message.Body.Text),
            Body = WithoutTokens(message.Body.Text),
            Due = notice?.Due,
            Batch = int.MaxValue,
            Rule = Rule(name),
        });
    }

    private void State(StageEntry entry, string word, Bilingual? text)
    {
        if (_states.GetValueOrDefault(entry.Partition) == word)
            return;
        _states[entry.Partition] = word;
        Add(entry, RehearsedKind.State, word, text ?? new Bilingual(word, word));
    }

    private void Visits(StageEntry entry, FamilyCourse? course)
    {
        foreach (var visit in course?.Visits ?? [])
        {
            if (visit.State == VisitState.Planned || !_visits.Add((entry.Partition, visit.Week)))
                continue;
            var number = _visits.Count(v => v.Item1 == entry.Partition);
            var (da, en) = (DanishDates.Time(visit.From), EnglishDates.Time(visit.From));
            var text = visit.State == VisitState.Off
                ? new Bilingual($"Besøget {da} er aflyst", $"The visit {en} is cancelled")
                : new Bilingual($"Besøg nr. {number}, {da}-{DanishDates.Time(visit.Until)[4..]}", $"Visit no. {number}, {en} to {visit.Until:HH:mm}");
            Add(entry with { At = WallTime.ToUtc(visit.On, visit.From) }, RehearsedKind.Milestone, "visit", text);
        }
    }

    private void Question(StageEntry entry, DecisionRecord decision)
    {
        var old = _questions.GetValueOrDefault((entry.Partition, decision.Id));
        _questions[(entry.Partition, decision.Id)] = decision;
        var kind = PartyQuestions.KindOf(decision.Question);
        var asked = decision.Asked.Skip(old?.Asked.Count ?? 0).Where(a => _people.IsStaff(a.PersonId)).Select(a => a.PersonId).ToList();
        if (asked.Count > 0)
        {
            var (title, due) = Asked(entry, decision);
            Add(entry, RehearsedKind.Task, kind, title, _people.Names(asked), due);
        }

        if (decision.Answer is { } answer && old?.Answer is null)
            Add(entry, RehearsedKind.Decision, kind, Answered(entry.Partition, decision, answer), decision.AnsweredBy is { } by ? _people.Names([by]) : null);
    }

    private (Bilingual Title, DateTimeOffset? Due) Asked(StageEntry entry, DecisionRecord decision) =>
        _cases.GetValueOrDefault(entry.Partition) is { } @case && Voice(@case) is { } voice ? voice.Question(@case, decision, entry.At) : (RefundWords.Question(decision.Question), decision.NextMoment);

    private Bilingual Answered(string partition, DecisionRecord decision, string answer)
    {
        var text = _cases.GetValueOrDefault(partition) is { } @case && Voice(@case) is { } voice ? voice.Answer(@case, decision.Question, answer) : RefundWords.Answer(answer);
        return decision.AnsweredBy is not null ? text : text.Into("Intet svar i tide: {0}", "No answer in time: {0}");
    }

    private Bilingual Line(string partition, string word) =>
        _cases.GetValueOrDefault(partition) is { } @case && Voice(@case) is { } voice ? voice.Line(@case, word) : TimelineWords.Of(word);

    private CaseVoice? Voice(CaseRecord @case) => _voices.FirstOrDefault(voice => voice.SpeaksOf(@case));

    private void Add(StageEntry entry, RehearsedKind kind, string name, Bilingual text, string? to = null, DateTimeOffset? due = null) =>
        _events.Add(new RehearsedEvent(entry.At, kind, _production.Request.Play.Name, _instances.GetValueOrDefault(entry.Partition, ""), name)
        {
            To = to,
            Headline = text.In(Language),
            Due = due,
            Batch = entry.Batch,
            Rule = Rule(name),
        });

    private string? Rule(string name)
    {
        var rules = _production.Request.Play.Rules;
        return rules.GetValueOrDefault(name) ?? rules.GetValueOrDefault(Member().Replace(name, "")) ?? (name.EndsWith("-reminder", StringComparison.Ordinal) ? rules.GetValueOrDefault(name[..^"-reminder".Length]) : null);
    }

    // what people write and do on a holiday is no clash; what is meant to take place on it is
    private RehearsedEvent Marked(RehearsedEvent line)
    {
        var day = WallTime.LocalDate(line.At);
        IReadOnlyList<Bilingual> marks = line.Kind switch
        {
            RehearsedKind.Milestone or RehearsedKind.Task => _calendar.On(day),
            _ => [.. CalendarMarks.DayOff(day) is { } off ? [off] : Array.Empty<Bilingual>(), .. CalendarMarks.ClockChange(day) is { } change ? [change] : Array.Empty<Bilingual>()],
        };
        return marks.Count == 0 ? line : line with { Marks = marks };
    }

    private static string WithoutTokens(string text) => Token().Replace(text, "").Trim();

    // a member's certificate is asked about by the member's number
    [GeneratedRegex(@"^family-\d+-", RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"\?t=[0-9A-Za-z._-]+|(?<=/s/)[0-9A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
