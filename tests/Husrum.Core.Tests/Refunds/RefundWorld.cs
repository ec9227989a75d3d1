using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Documents;
using Husrum.Core.Gatherings;
using Husrum.Core.HjemTilOs;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Reconciliation;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Core.Rounds;
using Husrum.Core.Volunteers;
using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Tests.Refunds;

/// <summary>
/// A small organisation with its people, on the real task hub (a SQLite file in a temporary folder) and a clock that the test moves.
/// "Given" makes people, "when" does what people do, "then" looks.
/// </summary>
public sealed class RefundWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("husrum-refunds-").FullName;
    private readonly ServiceProvider _services;
    private readonly Func<TaskHubOptions, TaskHubOptions> _configure;
    private SqliteTaskHub? _hub;
    private readonly List<HubCommand> _held = [];
    private int _forms;

    private readonly TestProcess? _besides;

    private RefundWorld(DateTimeOffset start, Func<TaskHubOptions, TaskHubOptions>? configure, TestProcess? besides, Func<HjemTilOsSettings, HjemTilOsSettings>? programme)
    {
        Organisation = programme is null ? Small : Small with { HjemTilOs = programme(Small.HjemTilOs!) };
        _besides = besides;
        _configure = configure ?? (options => options);
        Clock = new TestClock(start);
        Register = new InMemoryRegister(Deliver);
        Faults = new FaultyRegister(Register);
        var services = new ServiceCollection()
            .AddSingleton<IRegister>(Faults)
            .AddSingleton<IDocumentStore>(Documents)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILinkKey>(new TestLinkKey())
            .AddSingleton<IRandom>(new SeededRandom())
            .AddSingleton(Organisation)
            .AddSingleton<Ids>().AddSingleton<PersonalLinks>().AddSingleton<PersonDirectory>().AddSingleton<StaffDirectory>().AddSingleton<Approvers>()
            .AddSingleton<DurableTaskClient>(_ => Hub).AddSingleton(new RetentionSettings())
            .AddDecisions().AddCases().AddRefunds().AddVolunteers().AddHjemTilOs().AddGatherings().AddRetention().AddReconciliation().AddRounds();
        besides?.Services(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestClock Clock { get; }

    public InMemoryRegister Register { get; }

    /// <summary>What the program writes through; it can be told to fail.</summary>
    public FaultyRegister Faults { get; }

    public MemoryDocuments Documents { get; } = new();

    public SqliteTaskHub Hub => _hub!;

    public Organisation Organisation { get; }

    /// <summary>Two departments, and volunteers' functions of every kind.</summary>
    public static Organisation Small { get; } = new()
    {
        Id = "eksempel",
        Name = "Eksempelforeningen",
        Languages = ["da", "en"],
        Senders = new Senders("post@eksempel.example", "Eksempelforeningen", "Eksempel"),
        Mailbox = "post@eksempel.example",
        Departments = [new Department("aarhus", "Aarhus", "aarhus@eksempel.example"), new Department("horsens", "Horsens", "horsens@eksempel.example")],
        Limits = new Limits(2000),
        Volunteering = Tests.Volunteers.VolunteerWorld.Volunteering,
        HjemTilOs = DefaultHjemTilOs.For("aarhus"),
    };

    public string Coordinator { get; private set; } = "";

    public string Deputy { get; private set; } = "";

    public string Leader { get; private set; } = "";

    public string Treasurer { get; private set; } = "";

    public string Operator { get; private set; } = "";

    /// <summary>An organisation with one of each office, at a Danish wall time.</summary>
    public static async Task<RefundWorld> StartAsync(string wallTime = "2026-08-31 10:00", bool staffed = true, Func<TaskHubOptions, TaskHubOptions>? configure = null, TestProcess? besides = null, Func<HjemTilOsSettings, HjemTilOsSettings>? programme = null)
    {
        var world = new RefundWorld(Wall(wallTime), configure, besides, programme);
        world.OpenHub();
        if (staffed)
        {
            world.Coordinator = await world.GivenStaffAsync("Karla Koordinator", StaffRole.Coordinator);
            world.Deputy = await world.GivenStaffAsync("Didrik Stedfortræder", StaffRole.Deputy);
            world.Leader = await world.GivenStaffAsync("Lea Leder", StaffRole.Leader);
            world.Treasurer = await world.GivenStaffAsync("Kasper Kasserer", StaffRole.Treasurer);
            world.Operator = await world.GivenStaffAsync("Oda Operatør", StaffRole.Operator);
        }

        return world;
    }

    public static DateTimeOffset Wall(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", null);
        return WallTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // ---- given

    public async Task<string> GivenStaffAsync(string name, params StaffRole[] roles)
    {
        var id = await Get<PersonDirectory>().FindOrCreateByEmailAsync(Address(name), name, "da", cancellation: Ct);
        await Get<StaffDirectory>().PutAsync(id, roles, ["aarhus"], cancellation: Ct);
        return id;
    }

    public static string Address(string name) => name.Split(' ')[0].ToLowerInvariant() + "@eksempel.example";

    /// <summary>An ordinary form with a receipt of its own.</summary>
    public ClaimForm Form(string amount = "123,45", string name = "Freja Frivillig", string? receipt = null)
    {
        var number = ++_forms;
        return new ClaimForm
        {
            SubmissionId = $"form-{number}",
            Department = "aarhus",
            Name = name,
            Email = Address(name),
            Purpose = "Snacks til samtalegruppen",
            ActivityDate = WallTime.LocalDate(Clock.GetUtcNow()).AddDays(-3 - number).ToString("yyyy-MM-dd"),
            Lines = [new ClaimFormLine("Frugt og kiks", amount)],
            ReceiptIds = [Documents.Add(receipt ?? $"receipt {number}")],
            RegistrationNumber = "0040",
            AccountNumber = "0440116243",
            Language = "da",
        };
    }

    // ---- when

    public async Task<string> SendAsync(ClaimForm form)
    {
        var accepted = (await Get<ClaimIntake>().SubmitAsync(form, Ct)).ShouldBeOfType<IntakeResult.Accepted>();
        await SettleAsync();
        return accepted.ClaimId;
    }

    /// <summary>Sends and gets the first (and, above the limit, the second) approval.</summary>
    public async Task<string> SendApprovedAsync(ClaimForm form)
    {
        var id = await SendAsync(form);
        await DecideAsync(id, "refund-approve-1", Coordinator, "approve");
        if ((await ClaimAsync(id)).State == ClaimState.AwaitingSecondApproval)
            await DecideAsync(id, "refund-second-1", Deputy, "approve");
        return id;
    }

    public async Task<DecideResult> DecideAsync(string claimId, string question, string personId, string decision, string reason = "")
    {
        var amount = decision == "approve" ? (await ClaimAsync(claimId)).Total.Plain : "";
        var result = await Get<ClaimDecisions>().DecideAsync(TokenFor(claimId, question, personId), new DecisionInput(decision, reason, amount), Ct);
        await SettleAsync();
        return result;
    }

    public async Task<WithdrawResult> WithdrawAsync(string claimId)
    {
        var result = await Get<ClaimStatus>().WithdrawAsync(StatusToken(claimId), Ct);
        await SettleAsync();
        return result;
    }

    public async Task<IntakeResult> CompleteAsync(string claimId, int round, Func<ClaimForm, ClaimForm> mend)
    {
        var token = CompleteToken(claimId, round, (await ClaimAsync(claimId)).ClaimantId);
        var view = (await Get<ClaimIntake>().CompletionAsync(token, Ct)).ShouldNotBeNull();
        var result = await Get<ClaimIntake>().CompleteAsync(token, mend(view.Form with { RegistrationNumber = "0040", AccountNumber = "0440116243" }), Ct);
        await SettleAsync();
        return result;
    }

    public async Task<string> ListAsync()
    {
        var id = (await Get<PaymentLists>().CreateAsync($"list-{++_forms}", Treasurer, Ct)).ShouldNotBeNull();
        await SettleAsync();
        return id;
    }

    public async Task<PaymentResult> PayAsync(string listId, string? claimId = null)
    {
        var result = await Get<PaymentLists>().MarkPaidAsync(listId, claimId, Treasurer, Ct);
        await SettleAsync();
        return result;
    }

    public async Task<PaymentResult> TakeBackAsync(string claimId, string reason = "Banken afviste kontoen")
    {
        var result = await Get<PaymentLists>().TakeBackAsync(claimId, reason, Treasurer, Ct);
        await SettleAsync();
        return result;
    }

    /// <summary>While true, starts and events are kept back, as where the register is written and the hub is slow.</summary>
    public bool HoldStarts { get; set; }

    /// <summary>Lets go what was kept back, in the order given.</summary>
    public async Task ReleaseAsync(bool backwards = false)
    {
        HoldStarts = false;
        foreach (var command in backwards ? Enumerable.Reverse(_held) : _held)
            Deliver(command);
        _held.Clear();
        await SettleAsync();
    }

    /// <summary>Lets everything happen that is due now.</summary>
    public Task SettleAsync() => Hub.WhenIdleAsync();

    /// <summary>Moves the clock from due moment to due moment up to a Danish wall time.</summary>
    public async Task GoToAsync(string wallTime)
    {
        var end = Wall(wallTime);
        end.ShouldBeGreaterThanOrEqualTo(Clock.GetUtcNow());
        while (true)
        {
            await Hub.WhenIdleAsync();
            if (Hub.NextDue is not { } next || next > end)
                break;
            if (next > Clock.GetUtcNow())
                Clock.Set(next);
            Hub.ClockMoved();
        }

        Clock.Set(end);
        Hub.ClockMoved();
        await Hub.WhenIdleAsync();
    }

    /// <summary>The program stops and starts again on the same data.</summary>
    public async Task RestartAsync()
    {
        await Hub.StopAsync();
        OpenHub();
    }

    // ---- then

    public async Task<ExpenseClaim> ClaimAsync(string claimId) =>
        (await Register.GetAsync<ExpenseClaim>(Partitions.Claim(claimId), ExpenseClaim.Row, Ct)).ShouldNotBeNull().Value;

    public async Task ShouldBeAsync(string claimId, ClaimState state) => (await ClaimAsync(claimId)).State.ShouldBe(state);

    /// <summary>The messages of a claim: "2026-09-03 09:00 refund-approve-reminder karla@…", oldest first, in Danish wall time.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string claimId, string? template = null) =>
    [
        .. (await NoticesAsync(claimId))
            .Where(n => template is null || n.Template == template)
            .Select(n => $"{WallTime.LocalDate(n.Due):yyyy-MM-dd} {WallTime.LocalTime(n.Due):HH\\:mm} {n.Template} {n.To.Split('@')[0]}"),
    ];

    public async Task<IReadOnlyList<Notice>> NoticesAsync(string claimId)
    {
        var notices = new List<Notice>();
        await foreach (var notice in Register.QueryAsync<Notice>(Partitions.Claim(claimId), "notice:", cancellation: Ct))
            notices.Add(notice.Value);
        return [.. notices.OrderBy(n => n.Due).ThenBy(n => n.Template, StringComparer.Ordinal).ThenBy(n => n.To, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> TimelineAsync(string claimId)
    {
        var words = new List<string>();
        await foreach (var line in Register.QueryAsync<TimelineLine>(Partitions.Claim(claimId), TimelineLine.Prefix, cancellation: Ct))
            words.Add(line.Value.What);
        return words;
    }

    public async Task<ClaimStatusView> StatusAsync(string claimId) => (await Get<ClaimStatus>().ViewAsync(StatusToken(claimId), Ct)).ShouldNotBeNull();

    public async Task<DecisionView> LookAsync(string claimId, string question, string personId) =>
        (await Get<ClaimDecisions>().ViewAsync(TokenFor(claimId, question, personId), Ct)).ShouldNotBeNull();

    public string TokenFor(string claimId, string question, string personId)
    {
        var dash = question.LastIndexOf('-');
        var reference = RefundLinks.Decision(claimId, question[..dash], int.Parse(question[(dash + 1)..]));
        return Get<PersonalLinks>().TokenFor(LinkPurpose.Decide, reference.TokenIdFor(personId));
    }

    public string StatusToken(string claimId) => Get<PersonalLinks>().TokenFor(LinkPurpose.Status, RefundLinks.StatusTokenId(claimId));

    public string CompleteToken(string claimId, int round, string personId) =>
        Get<PersonalLinks>().TokenFor(LinkPurpose.Complete, RefundLinks.Decision(claimId, "refund-complete", round).TokenIdFor(personId));

    /// <summary>Every message that a claim caused can be made into text, in its language: no field is missing.</summary>
    public async Task EveryMailCanBeReadAsync(string claimId)
    {
        var catalogue = MessageCatalogue.Load(RefundMessages.Specs);
        foreach (var notice in await NoticesAsync(claimId))
        {
            var text = catalogue.Render(notice, link => $"https://eksempel.example{link.Path}?t={link.TokenId}");
            text.Subject.ShouldNotBeNullOrEmpty();
            text.Text.ShouldNotContain("{{");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void OpenHub()
    {
        var registry = _besides?.Instead?.Invoke() ?? new DurableTaskRegistry().AddDecisions().AddCases().AddRefunds().AddVolunteers().AddHjemTilOs().AddGatherings().AddRetention().AddReconciliation().AddRounds();
        _besides?.Registry(registry);
        _hub = SqliteTaskHub.Open(_configure(new TaskHubOptions { Path = Path.Combine(_folder, "hub.db"), Time = Clock }), registry, _services);
        _hub.Start();
    }

    // the register is in memory, so its starts and events go to the hub's file after the batch, as in the Azure home
    private void Deliver(HubCommand command)
    {
        if (HoldStarts)
        {
            _held.Add(command);
            return;
        }

        Hub.WriteAsync(tx =>
        {
            if (command.Orchestrator is not null)
                tx.ScheduleNewOrchestrationInstance(command.Orchestrator, command.InstanceId, command.Payload);
            else
                tx.RaiseEvent(command.InstanceId, command.EventName!, command.Payload);
            return true;
        }).GetAwaiter().GetResult();
    }
}

/// <summary>A process that only tests have.</summary>
/// <param name="Services">Adds what it needs.</param>
/// <param name="Registry">Adds its orchestrators.</param>
/// <param name="Instead">Makes the whole registry, where a test plays another program than the one there is.</param>
public sealed record TestProcess(Action<IServiceCollection> Services, Action<DurableTaskRegistry> Registry, Func<DurableTaskRegistry>? Instead = null);
