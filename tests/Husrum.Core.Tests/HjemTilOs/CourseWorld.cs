using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers.Steps;
using Husrum.Durable.TaskHub;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A year of a child and a friend family on the virtual clock: people who answer by a rule, and a year that can be printed.</summary>
internal sealed class CourseWorld : IAsyncDisposable
{
    public const string Id = "c-00000000000000000007k3q2";

    private readonly Dictionary<(string, long), (int Events, int Bytes)> _histories = [];

    private CourseWorld()
    {
    }

    public RefundWorld House { get; private set; } = null!;

    /// <summary>Who answers what: by the question's name without its party and date; null where nobody answers. What is not here is not answered.</summary>
    public Dictionary<string, Func<FamilyCourse, (string Word, (string, string)[] Fields)?>> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["hto-met"] = _ => ("met", []),
        ["hto-holiday"] = _ => ("all", []),
        ["hto-glad"] = _ => ("glad", []),
        ["hto-glad-talk"] = _ => ("talked", []),
        ["hto-first-call"] = _ => ("talked", []),
        ["hto-misses"] = _ => ("talked", []),
        ["hto-prolong"] = _ => ("keep", []),
        ["hto-ending"] = _ => ("done", []),
        ["hto-childvisit-held"] = _ => ("held", []),
        ["hto-extravisit-held"] = _ => ("held-rematch", []),
        ["hto-future-wish"] = _ => ("weekly", []),
        ["hto-future-confirm"] = _ => ("yes", []),
        ["hto-future-text"] = _ => ("send", [("text", "Noor kommer fortsat hver torsdag.")]),
    };

    /// <summary>The largest history there was at any time: events and bytes.</summary>
    public (int Events, int Bytes) Largest => (_histories.Values.Max(h => h.Events), _histories.Values.Max(h => h.Bytes));

    public CaseBook<FamilyCourse> Book => House.Get<CaseBook<FamilyCourse>>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The first meeting is held at this Danish wall time.</summary>
    public static async Task<CourseWorld> StartAsync(string wallTime, DayOfWeek day, string from = "15:00", string until = "18:00")
    {
        var world = new CourseWorld();
        await world.BeginAsync(await RefundWorld.StartAsync(wallTime, configure: options => options with { Recorder = world.Count }), day, from, until);
        return world;
    }

    /// <summary>The first meeting is held now, in a house that is there already.</summary>
    public static async Task<CourseWorld> InAsync(RefundWorld house, DayOfWeek day)
    {
        var world = new CourseWorld();
        await world.BeginAsync(house, day, "15:00", "18:00");
        return world;
    }

    /// <summary>To a moment, with everybody answering what they are asked, by their rule, one after the other and a minute apart: so that a year shows what came first.</summary>
    public async Task GoToAsync(string wallTime)
    {
        var end = RefundWorld.Wall(wallTime);
        await House.SettleAsync();
        await AnswerAllAsync();
        while (House.Hub.NextDue is { } next && next <= end)
        {
            if (next > House.Clock.GetUtcNow())
                House.Clock.Set(next);
            House.Hub.ClockMoved();
            await House.SettleAsync();
            await AnswerAllAsync();
        }

        if (end > House.Clock.GetUtcNow())
            await House.GoToAsync(wallTime);
        await AnswerAllAsync();
    }

    public async Task<FamilyCourse> CourseAsync() => (await Book.GetAsync(Id, Ct)).ShouldNotBeNull().Value;

    public async Task<bool> ChangeAsync(string word, Func<FamilyCourse, FamilyCourse?> change)
    {
        var changed = await Book.MoveAsync(Id, word, null, change, Ct);
        await House.SettleAsync();
        await AnswerAllAsync();
        return changed;
    }

    public DateOnly Today => WallTime.LocalDate(House.Clock.GetUtcNow());

    /// <summary>Answers one question now, as the first of those asked.</summary>
    public async Task<StepResult> AnswerAsync(string question, string word, params (string Name, string Value)[] fields)
    {
        var reference = new DecisionRef(CourseProcess.Prefix + Id, Id, question, (await CourseAsync()).RoundOf(question));
        var asked = (await House.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, Ct)).ShouldNotBeNull($"'{question}' is not asked").Value.Asked[0].PersonId;
        var token = House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(asked));
        var result = await House.Get<CaseDesk>().AnswerAsync(token, new StepForm(word, fields.ToDictionary(f => f.Name, f => f.Value)), Ct);
        await House.SettleAsync();
        return result;
    }

    public async Task<IReadOnlyList<string>> OpenAsync() => [.. (await DecisionsAsync()).Where(d => d.IsOpen).Select(d => d.Question)];

    public async Task<IReadOnlyList<DecisionRecord>> DecisionsAsync()
    {
        var course = await CourseAsync();
        var open = House.Get<CourseProcess>().Open(course).Select(s => s.Question).ToHashSet(StringComparer.Ordinal);
        var found = new List<DecisionRecord>();
        await foreach (var decision in House.Register.QueryAsync<DecisionRecord>(CourseProcess.Prefix + Id, "decision:", cancellation: Ct))
        {
            if (!decision.Value.IsOpen || (open.Contains(decision.Value.Question) && course.RoundOf(decision.Value.Question) == decision.Value.Round))
                found.Add(decision.Value);
        }

        return found;
    }

    public async Task<IReadOnlyList<Notice>> NoticesAsync()
    {
        var notices = new List<Notice>();
        await foreach (var notice in House.Register.QueryAsync<Notice>(CourseProcess.Prefix + Id, "notice:", cancellation: Ct))
            notices.Add(notice.Value);
        return notices;
    }

    /// <summary>Every message, task and date so far, a line each, in the order of time.</summary>
    public async Task<IReadOnlyList<string>> TimelineAsync() => await CourseTimeline.PrintAsync(this, Ct);

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task AnswerAllAsync()
    {
        for (var more = true; more;)
        {
            more = false;
            var course = await CourseAsync();
            foreach (var step in House.Get<CourseProcess>().Open(course))
            {
                var reference = new DecisionRef(CourseProcess.Prefix + Id, Id, step.Question, course.RoundOf(step.Question));
                if (await House.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, Ct) is not { Value: { IsOpen: true, Asked.Count: > 0 } })
                    continue;
                if (Answers.GetValueOrDefault(PartyQuestions.KindOf(step.Question))?.Invoke(course) is not { } answer)
                    continue;
                House.Clock.Set(House.Clock.GetUtcNow().AddMinutes(1));
                House.Hub.ClockMoved();
                await House.SettleAsync();
                (await AnswerAsync(step.Question, answer.Word, answer.Fields)).ShouldBeOfType<StepResult.Settled>(step.Question);
                more = true;
                break;
            }
        }
    }

    private async Task BeginAsync(RefundWorld house, DayOfWeek day, string from, string until)
    {
        House = house;
        Answers["hto-childvisit-offer"] = Answers["hto-extravisit-offer"] = _ => ("offer", [("time1", $"{Today.AddDays(9):yyyy-MM-dd}T16:30"), ("place", "Hjemme hos barnet")]);
        Answers["hto-childvisit-book"] = course => (TimesReading.Write(course.ChildVisit!.Offered[0]), []);
        Answers["hto-extravisit-book"] = course => (TimesReading.Write(course.ExtraVisit!.Offered[0]), []);
        var people = House.Get<PersonDirectory>();
        async Task<CaseParty> PartyAsync(string id, string side, string name, string language, string? phone) =>
            new(id, side, await people.FindOrCreateByEmailAsync(RefundWorld.Address(name), name, language, phone, Ct));
        CaseParty[] parties =
        [
            await PartyAsync("contact", Sides.Child, "Mona Mor", "en", "+4529815901"),
            await PartyAsync("guardian-2", Sides.Guardian, "Gert Far", "da", null),
            await PartyAsync("family-1", Sides.Family, "Fie Ven", "da", "+4529815902"),
            await PartyAsync("referrer", Sides.Referrer, "Rikke Raadgiver", "da", null),
        ];
        var today = Today;
        var course = new FamilyCourse
        {
            Id = Id,
            DepartmentId = "aarhus",
            PersonId = "p-noor",
            Created = House.Clock.GetUtcNow(),
            Parties = parties,
            ReferralId = "r-1",
            FamilyId = "f-1",
            StartedOn = today,
            MunicipalityId = "koebenhavn",
            Agreements = [new Agreement(VisitPlan.WeekOf(today).AddDays(7), day, TimeOnly.Parse(from), TimeOnly.Parse(until))],
        };
        await House.Register.CommitAsync(Book.Insert(course, CourseWords.Started), Ct);
        await House.SettleAsync();
    }

    private void Count(RecordedEpisode episode)
    {
        lock (_histories)
        {
            var (events, bytes) = _histories.GetValueOrDefault((episode.InstanceId, episode.Generation));
            _histories[(episode.InstanceId, episode.Generation)] = (events + episode.Events.Count, bytes + episode.Events.Sum(e => e.CalculateSize()));
        }
    }
}
