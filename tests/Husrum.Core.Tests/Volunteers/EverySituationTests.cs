using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>
/// Each process of a volunteer's life, from its first step to its last, as it should go; then with the n-th write failing, or succeeding unheard, for every n;
/// with the program stopped after each step; and with each step taken twice. It must end the same, with each message once.
/// </summary>
public sealed class EverySituationTests
{
    private static readonly Dictionary<string, Func<Run, Task>> Courses = new()
    {
        ["absence"] = AbsenceAsync,
        ["function"] = FunctionAsync,
        ["leave-and-back"] = LeaveAndBackAsync,
        ["leave-and-silence"] = LeaveAndSilenceAsync,
        ["farewell"] = FarewellAsync,
        ["termination"] = TerminationAsync,
        ["renewal"] = RenewalAsync,
        ["retention"] = RetentionAsync,
    };

    public static TheoryData<string> Names => [.. Courses.Keys];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_write_fails_nothing_is_lost_and_nothing_happens_twice(string name)
    {
        var usual = await RunAsync(name);
        foreach (var afterWriting in (bool[])[false, true])
        {
            var failAt = 1;
            for (; failAt < 200; failAt++)
            {
                var end = await RunAsync(name, run => (run.World.House.Faults.FailAt, run.World.House.Faults.AfterWriting) = (run.World.House.Faults.Commits + failAt, afterWriting));
                end.Lines.ShouldBe(usual.Lines, $"{name}: write {failAt}, {(afterWriting ? "heard of too late" : "not written")}");
                if (!end.Failed)
                    break;
            }

            failAt.ShouldBeInRange(3, 199);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_program_stops_after_every_step_and_nothing_is_lost_or_repeated(string name) =>
        (await RunAsync(name, run => run.Restarts = true)).Lines.ShouldBe((await RunAsync(name)).Lines);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_step_is_taken_twice_and_counts_once(string name) =>
        (await RunAsync(name, run => run.Twice = true)).Lines.ShouldBe((await RunAsync(name)).Lines);

    private static async Task<(IReadOnlyList<string> Lines, bool Failed)> RunAsync(string name, Action<Run>? with = null)
    {
        await using var world = await VolunteerWorld.StartAsync();
        var run = new Run(world, await world.MadeVolunteerAsync("Astrid Ansøger", ["arrangoer", "legeven"]));
        await world.MadeVolunteerAsync("Bo Ven", ["arrangoer"]);
        run.Prepared = with;
        await Courses[name](run);
        return (await run.LinesAsync(), world.House.Faults.Failed);
    }

    private static async Task AbsenceAsync(Run run)
    {
        run.Begin();
        await run.DoAsync(() => run.Get<AbsenceDesk>().TellAsync(run.Page, "2026-09-02", "2026-09-03", Ct), "2026-08-31 12:00");
        await run.DoAsync(() => run.Get<AbsenceDesk>().GoAwayAsync(run.Page, "2026-09-10", "2026-10-10", Ct), "2026-09-11 12:00");
        await run.DoAsync(() => run.Get<AbsenceDesk>().ComeBackAsync(run.Page, "2026-09-10", Ct), "2026-09-12 12:00");
    }

    private static async Task FunctionAsync(Run run)
    {
        run.Begin();
        await run.DoAsync(() => run.Get<FunctionDesk>().OfferAsync(run.Person, "venskabsfamilie", "", run.World.House.Coordinator, Ct), "2026-08-31 14:00");
        await run.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, "function-accept", "yes", "2026-08-31 16:00");
        await run.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, "function-boerneattest-order", "ordered", "2026-09-01 12:00");
        await run.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, "function-straffeattest-order", "ordered", "2026-09-02 12:00");
        await run.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, "function-boerneattest-outcome", "clean", "2026-09-03 12:00", ("deleted", "on"));
        await run.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, "function-straffeattest-outcome", "clean", "2026-09-04 12:00", ("deleted", "on"));
        await run.DoAsync(() => run.Get<FunctionDesk>().EndByStaffAsync(run.Person, "arrangoer", run.World.House.Coordinator, Ct), "2026-09-05 12:00");
    }

    private static async Task LeaveAndBackAsync(Run run)
    {
        run.Begin();
        await run.DoAsync(() => run.Get<LeaveDesk>().AskAsync(run.Page, "2026-09-01", "2026-12-01", Ct), "2026-11-26 12:00");
        await run.AnswerAsync<VolunteerLeave>(LeaveProcess.Prefix, "leave-return", "back", "2027-03-01 12:00");
    }

    private static async Task LeaveAndSilenceAsync(Run run)
    {
        await run.World.House.Get<FunctionDesk>().OfferAsync(run.Person, "venskabsfamilie", "", run.World.House.Coordinator, Ct); // under way, and ends with it
        await run.World.House.SettleAsync();
        run.Begin();
        await run.DoAsync(() => run.Get<LeaveDesk>().AskAsync(run.Page, "2026-08-31", "", Ct), "2027-02-27 12:00");
        await run.DoAsync(() => Task.CompletedTask, "2027-03-02 12:00");
    }

    private static async Task FarewellAsync(Run run)
    {
        run.Begin();
        await run.DoAsync(() => run.Get<FarewellDesk>().AskAsync(run.Page, "2026-09-30", Ct), "2026-09-04 12:00"); // the coordinator is reminded
        await run.AnswerAsync<VolunteerFarewell>(FarewellProcess.Prefix, "farewell-handover", "done", "2026-10-01 12:00");
    }

    private static async Task TerminationAsync(Run run)
    {
        run.Begin();
        await run.DoAsync(() => run.Get<TerminationDesk>().RecordAsync(run.Person, run.World.House.Coordinator, "2026-08-31", true, TerminationDesk.Send, Ct), "2026-09-11 12:00"); // reminded, then the deputy
        await run.AnswerAsync<VolunteerFarewell>(FarewellProcess.Prefix, "farewell-handover", "done", "2026-10-01 12:00");
    }

    private static async Task RenewalAsync(Run run)
    {
        var note = new CertificateNote(CertificateKind.Children) { Outcome = CertificateOutcome.Clean, RenewBy = new DateOnly(2026, 10, 31), ConsentSettled = true };
        await run.World.House.Get<VolunteerBook>().ChangeAsync(run.Person, v => v with { Certificates = [note] }, Ct);
        run.Begin();
        await run.DoAsync(() => run.Get<RenewalStarter>().StartAsync(run.Person, "aarhus", [note], Ct), "2026-10-05 12:00");
        await run.AnswerAsync<CertificateRenewal>(RenewalProcess.Prefix, "renewal-order", "ordered", "2026-10-21 12:00"); // the consent is late
        await run.AnswerAsync<CertificateRenewal>(RenewalProcess.Prefix, "renewal-outcome", "no-consent", "2026-10-22 12:00", ("deleted", "on"));
        await run.AnswerAsync<CertificateRenewal>(RenewalProcess.Prefix, "renewal-order", "ordered", "2026-11-03 12:00"); // overdue
        await run.AnswerAsync<CertificateRenewal>(RenewalProcess.Prefix, "renewal-outcome", "clean", "2026-12-01 12:00", ("deleted", "on"));
    }

    private static async Task RetentionAsync(Run run)
    {
        var note = new CertificateNote(CertificateKind.Children) { Outcome = CertificateOutcome.Clean, RenewBy = new DateOnly(2026, 10, 31), ConsentSettled = true };
        await run.World.House.Get<VolunteerBook>().ChangeAsync(run.Person, v => v with { Certificates = [note] }, Ct);
        run.Begin();
        await run.DoAsync(() => run.Get<VolunteerEnding>().StopAsync(run.Person, v => v.State == VolunteerState.Active, new DateOnly(2021, 9, 2), StopReason.Resigned, Ct), "2026-08-31 12:00");
        await run.DoAsync(() => run.World.SweepAsync("2026-09-01 12:00"), "2026-09-02 12:00");
        run.Note($"certificates on 2 September: {(await run.World.House.Get<VolunteerBook>().GetAsync(run.Person, Ct))?.Value.Certificates.Count}");
        await run.DoAsync(() => Task.CompletedTask, "2026-09-06 12:00");
        run.Note($"person on 6 September: {(await run.World.House.Get<Core.People.PersonDirectory>().GetAsync(run.Person, Ct))?.Value.Name}");
        run.Note($"address on 6 September: {await run.World.House.Get<Core.People.PersonDirectory>().FindByEmailAsync("astrid@eksempel.example", Ct)}");
    }

    /// <summary>One run of a course.</summary>
    private sealed class Run(VolunteerWorld world, string person)
    {
        private readonly List<string> _notes = [];

        public VolunteerWorld World => world;

        public string Person => person;

        public string Page => world.PageToken(person);

        public Action<Run>? Prepared { get; set; }

        public bool Restarts { get; set; }

        public bool Twice { get; set; }

        public T Get<T>()
            where T : notnull => world.House.Get<T>();

        public void Begin() => Prepared?.Invoke(this);

        public void Note(string line) => _notes.Add(line);

        // a person whose page failed tries again; the program mends the rest by itself, in time
        public async Task DoAsync(Func<Task> act, string until)
        {
            for (var times = Twice ? 2 : 1; times > 0; times--)
            {
                try
                {
                    await act();
                }
                catch (IOException)
                {
                    await act();
                }
            }

            await world.House.SettleAsync();
            if (Restarts)
                await world.House.RestartAsync();
            if (world.House.Clock.GetUtcNow() < RefundWorld.Wall(until))
                await world.House.GoToAsync(until);
            if (Restarts)
                await world.House.RestartAsync();
        }

        public async Task AnswerAsync<TCase>(string prefix, string question, string answer, string until, params (string, string)[] fields)
            where TCase : CaseRecord
        {
            var open = (await world.CasesAsync<TCase>(person)).Last(c => !c.IsClosed);
            var token = await world.TokenOfAsync(prefix, open, question);
            await DoAsync(() => world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm(answer, fields.ToDictionary(f => f.Item1, f => f.Item2)), Ct), until);
        }

        /// <summary>Every message, every line of a timeline, and how the volunteer and the cases stand.</summary>
        public async Task<IReadOnlyList<string>> LinesAsync()
        {
            var lines = new List<string>(_notes);
            var partitions = new List<string> { Partitions.Person(person) };
            await foreach (var place in world.House.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(person), cancellation: Ct))
            {
                var prefix = Prefixes[place.Value.Process];
                partitions.Add(prefix + place.Value.CaseId);
                lines.Add($"{place.Value.Process} {await StateAsync(place.Value)}");
            }

            foreach (var partition in partitions)
            {
                await foreach (var notice in world.House.Register.QueryAsync<Notice>(partition, "notice:", cancellation: Ct))
                    lines.Add($"{WallTime.LocalDate(notice.Value.Due):yyyy-MM-dd} {notice.Value.Template} {notice.Value.To} {notice.Value.State}");
                await foreach (var line in world.House.Register.QueryAsync<TimelineLine>(partition, TimelineLine.Prefix, cancellation: Ct))
                    lines.Add($"{WallTime.LocalDate(line.Value.At):yyyy-MM-dd} {line.Value.What}");
            }

            if ((await world.House.Get<VolunteerBook>().GetAsync(person, Ct))?.Value is { } volunteer)
                lines.Add($"{volunteer.State} {string.Join(",", volunteer.Functions)} {volunteer.StoppedOn:yyyy-MM-dd} {volunteer.LeaveId is not null} {volunteer.FarewellId is not null} {string.Join(",", volunteer.Certificates.Select(c => c.RenewBy))}");
            return [.. lines.Order(StringComparer.Ordinal)];
        }

        private static readonly Dictionary<string, string> Prefixes = new()
        {
            ["volunteer-leave"] = LeaveProcess.Prefix,
            ["volunteer-farewell"] = FarewellProcess.Prefix,
            ["volunteer-function"] = FunctionProcess.Prefix,
            ["certificate-renewal"] = RenewalProcess.Prefix,
        };

        private async Task<string> StateAsync(CasePlace place) => place.Process switch
        {
            "volunteer-leave" => (await Get<CaseBook<VolunteerLeave>>().GetAsync(place.CaseId, Ct))!.Value.StateWord,
            "volunteer-farewell" => (await Get<CaseBook<VolunteerFarewell>>().GetAsync(place.CaseId, Ct))!.Value.StateWord,
            "volunteer-function" => (await Get<CaseBook<FunctionRequest>>().GetAsync(place.CaseId, Ct))!.Value.StateWord,
            _ => (await Get<CaseBook<CertificateRenewal>>().GetAsync(place.CaseId, Ct))!.Value.StateWord,
        };
    }
}
