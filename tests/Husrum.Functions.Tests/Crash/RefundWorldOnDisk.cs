using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Husrum.Core.Documents;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.TaskHub;
using Husrum.Durable.Tests.Crash;
using Husrum.Functions.Clock;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Crash;

/// <summary>What is outside the program and survives its crash: the message provider, that counts, and the documents.</summary>
internal sealed class OutsideWorld : IMessageProvider, IDocumentStore
{
    private readonly ConcurrentDictionary<string, byte[]> _documents = new();

    public ProviderPromise Promise(NoticeChannel channel) => ProviderPromise.Keyed;

    /// <summary>What each key brought, once.</summary>
    public ConcurrentDictionary<string, string> Received { get; private init; } = new();

    /// <summary>Keys that came again with another text.</summary>
    public ConcurrentBag<string> Changed { get; } = [];

    /// <summary>As it stands now; the later world goes its own way from here.</summary>
    public OutsideWorld Copy() => new() { Received = new(Received) };

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var text = message.To + "\n" + message.Body.Subject + "\n" + message.Body.Text;
        if (Received.GetOrAdd(message.Key, text) != text)
            Changed.Add(message.Key);
        return Task.FromResult(new SendResult(SendOutcome.Sent));
    }

    public Task PutAsync(PreparedDocument document, CancellationToken cancellation = default)
    {
        _documents[document.Sha256] = [];
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) => Task.FromResult<Stream?>(_documents.TryGetValue(sha256, out var b) ? new MemoryStream(b) : null);

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellation = default) => Task.FromResult(true);

    public Task DeleteAsync(string sha256, CancellationToken cancellation = default) => Task.CompletedTask;
}

/// <summary>The refund process as the program runs it, on a disk that forgets what was not synced, driven to its end by people who try again when they got no answer.</summary>
internal sealed class RefundWorldOnDisk : IAsyncDisposable
{
    private const string Submission = "0123456789abcdef0123456789abcdef";
    private readonly ServiceProvider _services;
    private readonly OutsideWorld _outside;
    private readonly HashSet<string> _acknowledged;

    private RefundWorldOnDisk(CrashDisk disk, OutsideWorld outside, HashSet<string> acknowledged, int seed)
    {
        CrashVfs.Use();
        (_outside, _acknowledged) = (outside, acknowledged);
        var time = new VirtualTimeProvider(new DateTimeOffset(2026, 8, 31, 8, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(time).AddSingleton<TimeProvider>(time).AddSingleton<VirtualClock>();
        services.AddSingleton(DemoOrganisation.Make()).AddSingleton<ILinkKey>(new TestLinkKey()).AddSingleton<IRandom>(new SeededRandom(seed)).AddSingleton<IDocumentStore>(outside);
        services.AddSingleton<RegisterJson>().AddSingleton(s => Hub(s, disk)).AddSingleton<SqliteRegister>().AddSingleton<IRegister>(s => s.GetRequiredService<SqliteRegister>()).AddSingleton<ICommitNews>(s => s.GetRequiredService<SqliteRegister>()).AddSingleton<IDueSource, HubDueSource>();
        services.AddSingleton<Ids>().AddSingleton<PersonDirectory>().AddSingleton<StaffDirectory>().AddSingleton<Approvers>().AddSingleton<PersonalLinks>();
        services.AddProcessRegistries().AddProgramme().AddMessages();
        services.AddSingleton<IMessageProvider>(outside);
        _services = services.BuildServiceProvider();
    }

    public sealed record Cut(long Operation, CrashImage Image, IReadOnlyCollection<string> Acknowledged, OutsideWorld Outside);

    /// <summary>Runs undisturbed, and returns what a cut before every so many-th write or sync would leave, and what the outside world got in the end.</summary>
    public static async Task<(List<Cut> Cuts, OutsideWorld Outside)> RunAsync(Func<bool>? survives, int every)
    {
        var disk = new CrashDisk();
        var outside = new OutsideWorld();
        var acknowledged = new HashSet<string>();
        var cuts = new List<Cut>();
        disk.BeforeOperation = n =>
        {
            if (n % every != 0)
                return;
            lock (acknowledged)
                lock (cuts)
                    cuts.Add(new Cut(n, disk.Image(survives), [.. acknowledged], outside.Copy()));
        };
        await using (var world = new RefundWorldOnDisk(disk, outside, acknowledged, seed: 1))
            await world.LiveAsync();
        disk.BeforeOperation = null;
        disk.Forget();
        return (cuts, outside);
    }

    /// <summary>Goes on after a cut.</summary>
    /// <returns>What the outside world got in the end, over both lives.</returns>
    public static async Task<OutsideWorld> GoOnAsync(Cut cut)
    {
        var disk = CrashDisk.From(cut.Image);
        var outside = cut.Outside.Copy();
        await using (var world = new RefundWorldOnDisk(disk, outside, [.. cut.Acknowledged], seed: 2))
            await world.LiveAsync();
        disk.Forget();
        return outside;
    }

    public async ValueTask DisposeAsync()
    {
        await Get<Messenger>().StopAsync();
        await Get<SqliteTaskHub>().StopAsync();
        await _services.DisposeAsync();
    }

    private static SqliteTaskHub Hub(IServiceProvider services, CrashDisk disk) => SqliteTaskHub.Open(
        new TaskHubOptions { Path = disk.Path, Vfs = CrashVfs.Name, Time = services.GetRequiredService<TimeProvider>(), Migrations = RegisterTables.Migrations, MaxCachedExecutions = 0 },
        services.GetRequiredService<DurableTaskRegistry>(),
        services);

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private async Task LiveAsync()
    {
        await Get<VirtualClock>().RestoreAsync();
        Get<SqliteTaskHub>().Start();
        Get<SqliteRegister>().Committed += Get<Messenger>().Heard;
        Get<Messenger>().Start();
        await OnceAsync("people", () => Demo.DemoPeople.AddAsync(Get<PersonDirectory>(), Get<StaffDirectory>(), default));
        await OnceAsync("claim", async () => (await Get<ClaimIntake>().SubmitAsync(Form(), default)).ShouldBeOfType<IntakeResult.Accepted>());
        await SettleAsync();
        await OnceAsync("return", () => DecideAsync(new DecisionInput("return", "Hvad er det for en aktivitet?", "")));
        await SettleAsync();
        await OnceAsync("complete", async () => await Get<ClaimIntake>().CompleteAsync(Tokens("/ret").Single(), Form() with { Purpose = "Fællesspisning i august" }, default));
        await SettleAsync();
        await Get<VirtualClock>().AdvanceToAsync(new DateTimeOffset(2026, 9, 7, 8, 0, 0, TimeSpan.Zero)); // past a reminder
        await OnceAsync("approve", () => DecideAsync(new DecisionInput("approve", "", "123")));
        await SettleAsync();
        var treasurer = (await Get<PersonDirectory>().FindByEmailAsync("kasserer@husrum.example"))!;
        string? list = null;
        await OnceAsync("list", async () => list = await Get<PaymentLists>().CreateAsync("list-1", treasurer));
        await OnceAsync("paid", async () => await Get<PaymentLists>().MarkPaidAsync(list ?? (await Get<PaymentLists>().AllAsync()).Single().Id, null, treasurer));
        await SettleAsync();
        (await Get<PaymentLists>().AllAsync()).ShouldHaveSingleItem().PaidCount.ShouldBe(1);
        await Get<VirtualClock>().AdvanceToAsync(new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero));
    }

    private static ClaimForm Form() => new()
    {
        SubmissionId = Submission,
        Department = "aarhus",
        Name = "Quendelina Brumbasse",
        Email = "quendelina@brumbasse.example",
        Purpose = "Fællesspisning",
        ActivityDate = "2026-08-28",
        RegistrationNumber = "0437",
        AccountNumber = "7654321098",
        Lines = [new ClaimFormLine("Snacks", "123,45")],
        ReceiptIds = [new string('a', 64)],
    };

    private async Task DecideAsync(DecisionInput input)
    {
        // the first round's link stays with its answer; the round after has a link of its own
        foreach (var token in Tokens("/afgoer"))
        {
            var decided = (await Get<ClaimDecisions>().ViewAsync(token)).ShouldNotBeNull().Decided;
            if (decided is not null && decided.Answer != input.Decision)
                continue;
            var result = await Get<ClaimDecisions>().DecideAsync(token, input);
            (result is DecideResult.Decided or DecideResult.AlreadyDecided).ShouldBeTrue($"{input.Decision}: {result}");
            return;
        }

        throw new InvalidOperationException($"There is no link to {input.Decision} by.");
    }

    private IEnumerable<string> Tokens(string page) =>
        _outside.Received.Values.SelectMany(text => Regex.Matches(text, page + @"\?t=([A-Za-z0-9._-]+)").Select(m => m.Groups[1].Value.TrimEnd('.'))).Distinct().ToList();

    private async Task SettleAsync() => await Get<VirtualClock>().AdvanceToAsync(Get<VirtualClock>().Now);

    private async Task OnceAsync(string key, Func<Task> act)
    {
        lock (_acknowledged)
        {
            if (_acknowledged.Contains(key))
                return;
        }

        await act();
        lock (_acknowledged)
            _acknowledged.Add(key);
    }
}
