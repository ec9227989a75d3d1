using Husrum.Core.Calendar;
using Husrum.Core.Gatherings;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Tests.Gatherings;

/// <summary>The small organisation with volunteers in Aarhus, and a meeting on Thursday 1 October at 17.</summary>
internal sealed class GatheringWorld : IAsyncDisposable
{
    private readonly Dictionary<string, string> _people = [];

    private GatheringWorld(RefundWorld house) => House = house;

    public RefundWorld House { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public GatheringPlanner Planner => House.Get<GatheringPlanner>();

    public SignedInStaff Karla => new(House.Coordinator, "Karla", [StaffRole.Coordinator], ["aarhus"]);

    public static async Task<GatheringWorld> StartAsync(string wallTime = "2026-09-10 10:00")
    {
        var world = Of(await RefundWorld.StartAsync(wallTime));
        await world.VolunteerAsync("Astrid", phone: "+4520304050");
        await world.VolunteerAsync("Bo");
        await world.VolunteerAsync("Cilla", phone: "+4520304052", functions: ["hjerteven"]);
        return world;
    }

    public static GatheringWorld Of(RefundWorld house) => new(house);

    public static GatheringForm Form(string date = "2026-10-01", string submission = "form-0001") => new()
    {
        SubmissionId = submission,
        Department = "aarhus",
        Kind = nameof(GatheringKind.VolunteerMeeting),
        Date = date,
        From = "17:00",
        Until = "19:30",
        Place = "Frivilligcentret",
        Note = "Vi planlægger efteråret, og der er mad.",
    };

    public async Task<string> VolunteerAsync(string name, string? phone = null, IReadOnlyList<string>? functions = null, string department = "aarhus")
    {
        var person = await House.Get<PersonDirectory>().FindOrCreateByEmailAsync($"{name.ToLowerInvariant()}@post.example", name + " Frivillig", "da", phone, Ct);
        await House.Get<VolunteerBook>().WelcomeAsync(
            new VolunteerApplication
            {
                Id = "v-" + name.ToLowerInvariant(),
                DepartmentId = department,
                PersonId = person,
                Created = House.Clock.GetUtcNow(),
                Content = new ApplicationContent { Name = name, Email = "x", Language = "da", Functions = functions ?? ["arrangoer"] },
                FormHash = "",
                State = ApplicationState.Approved,
            },
            Ct);
        return _people[name] = person;
    }

    public string Person(string name) => _people[name];

    public async Task<string> PlanAsync(GatheringForm? form = null)
    {
        var (id, problems) = await Planner.PlanAsync(Karla, form ?? Form(), Ct);
        problems.ShouldBeEmpty();
        await House.SettleAsync();
        return id;
    }

    public Task<bool> AnswerAsync(string id, string name, bool comes) => House.Get<GatheringDesk>().AnswerAsync(Token(id, name), comes, Ct);

    public string Token(string id, string name) => House.Get<PersonalLinks>().TokenFor(LinkPurpose.Gathering, GatheringLinks.TokenIdOf(id, _people[name]));

    public async Task<Gathering> GatheringAsync(string id) => (await House.Get<GatheringBook>().GetAsync(id, Ct)).ShouldNotBeNull().Value;

    /// <summary>What was written: "09-25 17:00 gathering-tomorrow astrid Sms", oldest first; what was taken back is left out.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string id, string? template = null)
    {
        var lines = new List<string>();
        await foreach (var notice in House.Register.QueryAsync<Notice>(Gathering.Partition(id), Outbox.RowPrefix, cancellation: Ct))
        {
            var n = notice.Value;
            if (n.State != NoticeState.Dropped && (template is null || n.Template == template))
                lines.Add($"{WallTime.LocalDate(n.Due):MM-dd} {WallTime.LocalTime(n.Due):HH\\:mm} {n.Template} {n.Fields["name"].Split(' ')[0]}{(n.Channel == NoticeChannel.Sms ? " Sms" : "")}");
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<Stored<Notice>>> NoticesAsync(string id)
    {
        var notices = new List<Stored<Notice>>();
        await foreach (var notice in House.Register.QueryAsync<Notice>(Gathering.Partition(id), Outbox.RowPrefix, cancellation: Ct))
            notices.Add(notice);
        return notices;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
