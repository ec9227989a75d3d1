using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Tests.Refunds;
using Husrum.Durable;

namespace Husrum.Core.Tests.Histories;

/// <summary>
/// What instances of every process and version did is kept in this folder and replayed against today's code, as the instances that run out there will be.
/// <c>HUSRUM_RECORD_HISTORIES=1</c> writes the files that are missing; one that exists is never written over.
/// </summary>
public sealed class RecordedHistoryTests
{
    private static readonly DurableTaskRegistry Registry = EverythingCoreRegisters();

    public static TheoryData<string, string> Names => [.. from home in new[] { RecordedHistory.Embedded, RecordedHistory.Azure } from course in Courses.All.Keys select (course, home)];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder(), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Todays_code_does_what_was_recorded(string file)
    {
        var history = Read(file);
        history.FileName.ShouldBe(file);
        history.Generations.ShouldNotBeEmpty();
        Verify(Registry, history);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_course_played_anew_on_the_hub_replays_to_the_same_decisions(string course, string home)
    {
        var recorder = new HistoryRecorder(home);
        await using var world = await RefundWorld.StartAsync(configure: recorder.Listen);
        var instance = await Courses.All[course](world);
        await world.SettleAsync();
        var history = recorder.Take(course, instance);
        Verify(Registry, history);
        var path = Path.Combine(Folder(), history.FileName);
        if (Environment.GetEnvironmentVariable("HUSRUM_RECORD_HISTORIES") == "1" && !File.Exists(path))
            await File.WriteAllTextAsync(path, history.ToJson(), RefundWorld.Ct);
        File.Exists(path).ShouldBeTrue($"Nothing is recorded of '{history.FileName}'. Run the test once with HUSRUM_RECORD_HISTORIES=1.");
    }

    [Fact]
    public void Every_orchestrator_and_version_has_been_recorded_as_each_home_carries_it()
    {
        var files = Directory.GetFiles(Folder(), "*.json").Select(path => Read(Path.GetFileName(path))).ToList();
        files.Where(file => file.Home == RecordedHistory.Azure).Select(file => (file.Orchestrator, file.Course)).Order()
            .ShouldBe(files.Where(file => file.Home == RecordedHistory.Embedded).Select(file => (file.Orchestrator, file.Course)).Order());
        var recorded = files.Select(file => file.Orchestrator).ToHashSet();
        Registry.OrchestratorNames.ShouldNotBeEmpty();
        Registry.OrchestratorNames.Except(recorded).ShouldBeEmpty("Registered, but no course of it is recorded: add one to Courses.");
        recorded.Except(Registry.OrchestratorNames).ShouldBeEmpty("Recorded, but no longer registered: delete its files once no instance of it is left.");
        var classes = typeof(RefundTasks).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(ITaskOrchestrator)));
        Registry.OrchestratorNames.ShouldBe(classes.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_changed_orchestrator_is_caught_at_the_first_event_that_differs()
    {
        var history = Read("RefundClaim_1.rejected.json");
        var second = history.Generations[0].ToList().FindIndex(e => e.TaskScheduled is { Name: RefundTasks.Welcome }) + 1;
        var changed = new DurableTaskRegistry().AddOrchestratorFunc<RefundInput, string>("RefundClaim_1", async (context, input) =>
        {
            await context.CallActivityAsync<RefundStage>(RefundTasks.ReadStage, input.ClaimId, RefundTasks.Options);
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None); // new: think about it for a day
            await context.CallActivityAsync(RefundTasks.Welcome, input.ClaimId, RefundTasks.Options);
            context.ContinueAsNew(input);
            return "";
        });
        var parting = Should.Throw<NonDeterminismException>(() => Verify(changed, history)).Message;
        parting.ShouldContain($"at event {second}: activity '{RefundTasks.Welcome}'");
        parting.ShouldContain("Instead the code decided timer");
    }

    [Fact]
    public void A_long_wait_is_one_timer_in_one_home_and_legs_of_three_days_in_the_other()
    {
        Longest("RefundClaim_1.nobody-answers-then-withdrawn.json").ShouldBeGreaterThan(TimeSpan.FromDays(3));
        Longest("RefundClaim_1.nobody-answers-then-withdrawn.azure.json").ShouldBe(TimeSpan.FromDays(3));

        TimeSpan Longest(string file) => Read(file).Generations.SelectMany(events => events).Where(e => e.TimerCreated is not null).Max(e => e.TimerCreated.FireAt.ToDateTimeOffset() - e.Timestamp.ToDateTimeOffset());
    }

    [Fact]
    public void A_history_of_one_home_does_not_pass_for_one_of_the_other()
    {
        var azure = Read("RefundClaim_1.nobody-answers-then-withdrawn.azure.json");
        Should.Throw<NonDeterminismException>(() => Verify(Registry, azure with { Home = RecordedHistory.Embedded }));
    }

    [Fact]
    public void An_orchestrator_that_does_one_thing_more_is_caught_as_well()
    {
        var history = Read("RetentionSweep_1.nights-with-one-that-cannot-be-deleted.json");
        var changed = new DurableTaskRegistry().AddOrchestratorFunc<object?, object?>("RetentionSweep_1", async (context, _) =>
        {
            var next = context.CallActivityAsync<DateTimeOffset>("Retention.NextSweep", null);
            await context.CallActivityAsync("Retention.Announce", null);
            await next;
            return null;
        });
        Should.Throw<NonDeterminismException>(() => Verify(changed, history)).Message.ShouldContain("Retention.Announce");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_recorded_holds_ids_and_words_and_nobody(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), file)));
        foreach (var text in Strings(json.RootElement).Where(text => text != "The message is left out of the history."))
        {
            text.ShouldMatch("^[A-Za-z0-9_.:+`|,{}\\[\\]\"-]*$"); // nothing that was typed: that has blanks, æ, ø, å or an @
            Regex.IsMatch(text, "freja|karla|didrik|kasper|frugt|0440116243|250000|12345", RegexOptions.IgnoreCase).ShouldBeFalse(text);
        }
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    private static void Verify(DurableTaskRegistry registry, RecordedHistory history)
    {
        var executor = new OrchestrationExecutor(registry, options: new OrchestrationExecutorOptions { MaximumTimerInterval = RecordedHistory.TimerLeg(history.Home) });
        foreach (var generation in history.Generations)
            executor.Verify(history.InstanceId, generation);
    }

    // each process's Add…(DurableTaskRegistry), so that a new one cannot be forgotten here
    private static DurableTaskRegistry EverythingCoreRegisters()
    {
        var registry = new DurableTaskRegistry();
        // what is internal is part of something public, and would come twice
        foreach (var add in typeof(RefundTasks).Assembly.GetTypes().Where(type => type.IsPublic).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(method => method.GetParameters() is [{ ParameterType: var only }] && only == typeof(DurableTaskRegistry)))
            add.Invoke(null, [registry]);
        return registry;
    }

    private static RecordedHistory Read(string file) => RecordedHistory.Read(Path.Combine(Folder(), file));

    private static string Folder() => SourceTree.Path("tests", "Husrum.Core.Tests", "Histories");
}
