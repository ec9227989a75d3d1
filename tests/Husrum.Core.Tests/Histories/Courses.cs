using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Core.Links;
using Husrum.Core.Reconciliation;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Core.Rounds;
using Husrum.Core.Tests.Gatherings;
using Husrum.Core.Tests.HjemTilOs;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Tests.Volunteers;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Leave;
using Husrum.Durable.Client;

namespace Husrum.Core.Tests.Histories;

/// <summary>What is recorded: courses of the processes, each by name, that together go through every stage. Each returns the instance to record.</summary>
internal static class Courses
{
    public static readonly IReadOnlyDictionary<string, Func<RefundWorld, Task<string>>> All = new Dictionary<string, Func<RefundWorld, Task<string>>>
    {
        ["returned-two-signatures-paid-taken-back-paid"] = EverythingAsync,
        ["nobody-answers-then-withdrawn"] = NobodyAnswersAsync,
        ["waits-for-approval"] = WaitsAsync,
        ["rejected"] = RejectedAsync,
        ["returned-and-lapsed"] = LapsedAsync,
        ["certificates-ordered-twice-a-remark-and-welcome"] = VolunteerAsync,
        ["silent-and-lapsed"] = SilentApplicantAsync,
        ["reminded-and-stopped"] = LeaveAsync,
        ["handed-over-and-thanked"] = FarewellAsync,
        ["offered-accepted-certificate-remark-and-added"] = FunctionAsync,
        ["overdue-and-insisted-on"] = RenewalAsync,
        ["first-weeks-a-long-pause-and-the-family-stops"] = FriendFamilyAsync,
        ["invited-moved-reminded-and-noted"] = GatheringAsync,
        ["invited-and-called-off"] = CancelledGatheringAsync,
        ["told-at-night-passed-on-and-followed"] = WorryAsync,
        ["reminded-and-declined"] = MatchAsync,
        ["visited-approved-a-birthday-a-pause-and-stopped"] = FamilyApprovalAsync,
        ["looked-at-a-consent-late-and-withdrawn"] = ReferralAsync,
        ["the-first-round-and-the-next"] = RoundsAsync,
        ["nights-with-ended-runs"] = EndedRunsAsync,
        ["nights-of-reckoning"] = ReckoningAsync,
        ["nights-with-one-that-cannot-be-deleted"] = NightsAsync,
    };

    private static async Task<string> WorryAsync(RefundWorld house)
    {
        var world = await CourseWorld.InAsync(house, DayOfWeek.Thursday);
        var family = (await world.CourseAsync()).Parties.First(p => p.Id == "family-1").PersonId;
        var links = house.Get<PersonalLinks>();
        await house.Get<WorryDesk>().TellAsync(links.TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(CourseWorld.Id, family)), "Seen", "ByFamily", RefundWorld.Ct);
        await house.GoToAsync("2026-08-31 17:30"); // the deputy is asked
        var id = "";
        await foreach (var place in house.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(family), cancellation: RefundWorld.Ct))
            id = place.Value.Process == "hto-worry" ? place.Value.CaseId : id;
        foreach (var (question, word, until) in new[] { ("hto-worry-take", "have", "2026-09-01 12:00"), ("hto-worry-talked", "us", "2026-09-12 12:00"), ("hto-worry-receipt", "came", "2026-09-12 13:00") })
        {
            var token = links.TokenFor(LinkPurpose.Answer, new DecisionRef(WorryProcess.Prefix + id, id, question, 1).TokenIdFor(house.Coordinator));
            await house.Get<CaseDesk>().AnswerAsync(token, new StepForm(word, new Dictionary<string, string>()), RefundWorld.Ct);
            await house.GoToAsync(until);
        }

        return id + "-g1";
    }

    private static async Task<string> MatchAsync(RefundWorld house)
    {
        await MatchTests.ProposeAsync(house);
        var match = await house.Register.GetAsync<FamilyMatch>(MatchProcess.Prefix + MatchTests.Id, CaseRecord.Row, RefundWorld.Ct);
        async Task AnswerAsync(string side, string word)
        {
            var reference = new DecisionRef(MatchProcess.Prefix + MatchTests.Id, MatchTests.Id, PartyQuestions.Of("hto-match-ask", side), 1);
            var token = house.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(match!.Value.Side(side)[0].PersonId));
            await house.Get<CaseDesk>().AnswerAsync(token, new StepForm(word, new Dictionary<string, string>()), RefundWorld.Ct);
        }

        await house.GoToAsync("2026-09-08 12:00"); // reminders
        await AnswerAsync("child", "yes");
        await house.GoToAsync("2026-09-20 12:00");
        await AnswerAsync("family", "no");
        await house.GoToAsync("2026-09-20 13:00");
        return MatchTests.Id + "-g1";
    }

    private static async Task<string> FriendFamilyAsync(RefundWorld house)
    {
        var world = await CourseWorld.InAsync(house, DayOfWeek.Thursday);
        world.Answers.Remove("hto-first-call"); // staff are reminded
        await world.GoToAsync("2026-09-26 12:00");
        await world.ChangeAsync("paused", c => CourseChanges.Rest(c, PauseReason.Illness, world.Today, null, world.Today).Value);
        world.Answers["hto-resume"] = _ => ("go-on", []);
        await world.GoToAsync("2026-11-20 12:00");
        await world.ChangeAsync("ends", c => CourseEnd.Begin(c, EndingReason.Family, world.Today.AddDays(10), world.Today));
        world.Answers["hto-first-call"] = _ => ("talked", []);
        await world.GoToAsync("2026-12-31 12:00");
        return CourseWorld.Id + "-g1";
    }

    private static async Task<string> EverythingAsync(RefundWorld world)
    {
        var id = await world.SendAsync(world.Form("2500"));
        await world.GoToAsync("2026-09-04 12:00"); // a reminder
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        await world.GoToAsync("2026-09-10 12:00");
        await world.CompleteAsync(id, 1, form => form);
        await world.GoToAsync("2026-09-30 12:00"); // reminders and the next person
        await world.DecideAsync(id, "refund-approve-2", world.Deputy, "approve");
        await world.GoToAsync("2026-10-03 12:00");
        await world.DecideAsync(id, "refund-second-2", world.Coordinator, "approve");
        await world.GoToAsync("2026-10-20 12:00"); // the treasurer is reminded
        await world.PayAsync(await world.ListAsync());
        await world.TakeBackAsync(id);
        await world.PayAsync(await world.ListAsync());
        await world.GoToAsync("2027-01-15 12:00");
        return id + "-g1";
    }

    private static async Task<string> NobodyAnswersAsync(RefundWorld world)
    {
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-11-30 12:00");
        await world.WithdrawAsync(id);
        return id + "-g1";
    }

    private static async Task<string> WaitsAsync(RefundWorld world)
    {
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-09-04 12:00");
        return id + "-g1";
    }

    private static async Task<string> RejectedAsync(RefundWorld world)
    {
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "reject", "Ikke en aktivitet hos os");
        return id + "-g1";
    }

    private static async Task<string> LapsedAsync(RefundWorld world)
    {
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Kvitteringen mangler");
        await world.GoToAsync("2027-08-31 12:00");
        return id + "-g1";
    }

    private static async Task<string> VolunteerAsync(RefundWorld house)
    {
        var world = new VolunteerWorld(house);
        var id = await world.TalkedAsync(world.Form("venskabsfamilie"));
        await world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await world.DoneAsync(id, "volunteer-straffeattest-order", "ordered");
        await house.GoToAsync("2026-09-18 10:00"); // reminders, and the fourteen days are over
        await world.DoneAsync(id, "volunteer-boerneattest-outcome", "no-consent", ("deleted", "on"));
        await world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await world.DoneAsync(id, "volunteer-boerneattest-outcome", "remark", ("deleted", "on"));
        await world.DoneAsync(id, "volunteer-remark", "go-on");
        await world.DoneAsync(id, "volunteer-straffeattest-outcome", "clean", ("deleted", "on"));
        await world.PreparedAsync(id);
        await world.DoneAsync(id, "volunteer-approve", "approve");
        return id + "-g1";
    }

    private static async Task<string> FamilyApprovalAsync(RefundWorld house)
    {
        var world = new HjemTilOs.FamilyWorld(house);
        var id = await world.ApprovedAsync(world.Form(HjemTilOs.FamilyWorld.Frida, new() { Name = "Sofus Ven", BirthDate = "2011-10-15", Role = "child" }));
        await house.GoToAsync("2026-10-16 12:00"); // fifteen
        await world.DoneAsync(id, "family-2-boerneattest-order", "ordered");
        await house.GoToAsync("2026-11-02 12:00"); // no consent in time
        await world.DoneAsync(id, "family-2-boerneattest-outcome", "no-consent", ("deleted", "on"));
        await house.Get<Core.HjemTilOs.Families.FamilyDesk>().PauseAsync(id, new DateOnly(2026, 12, 1), "p-x", RefundWorld.Ct);
        await house.GoToAsync("2026-12-05 12:00");
        await world.DoneAsync(id, "family-back", "stop");
        return id + "-g1";
    }

    private static async Task<string> ReferralAsync(RefundWorld house)
    {
        var world = new HjemTilOs.ReferralWorld(house);
        var id = await world.ReferAsync(HjemTilOs.ReferralWorld.Fields(("actingOut", "on")));
        await world.DoneAsync(id, "referral-assess", "go-on");
        await world.ConsentAsync(id, 1);
        await house.GoToAsync("2026-09-20 12:00"); // reminders, and staff are asked to help
        await world.ConsentAsync(id, 2, "en");
        await world.WithdrawAsync(id, (await world.CaseAsync(id)).Guardians[0].PersonId);
        await world.DoneAsync(id, "referral-withdrawn", "ask-again");
        await world.DoneAsync(id, "referral-consent--guardian-1", "no");
        await world.DoneAsync(id, "referral-1-paper", "close");
        return id + "-g1";
    }

    private static async Task<string> SilentApplicantAsync(RefundWorld house)
    {
        var world = new VolunteerWorld(house);
        var id = await world.ApplyAsync(world.Form());
        await house.GoToAsync("2026-10-31 12:00");
        return id + "-g1";
    }

    private static async Task<string> LeaveAsync(RefundWorld house)
    {
        var world = new VolunteerWorld(house);
        var application = await world.TalkedAsync(world.Form());
        await world.PreparedAsync(application);
        await world.DoneAsync(application, "volunteer-approve", "approve");
        var person = (await world.ApplicationAsync(application)).PersonId;
        await house.Get<LeaveDesk>().AskAsync(house.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(person)), "2026-10-31", "", RefundWorld.Ct);
        var leave = (await house.Get<VolunteerBook>().GetAsync(person, RefundWorld.Ct)).ShouldNotBeNull().Value.LeaveId;
        await house.GoToAsync("2027-05-01 12:00");
        return leave + "-g1";
    }

    private static async Task<string> FarewellAsync(RefundWorld house)
    {
        var world = new VolunteerWorld(house);
        var application = await world.TalkedAsync(world.Form());
        await world.PreparedAsync(application);
        await world.DoneAsync(application, "volunteer-approve", "approve");
        var person = (await world.ApplicationAsync(application)).PersonId;
        var links = house.Get<PersonalLinks>();
        await house.Get<FarewellDesk>().AskAsync(links.TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(person)), "2026-10-15", RefundWorld.Ct);
        await house.GoToAsync("2026-10-01 12:00"); // the coordinator is reminded
        var id = (await house.Get<VolunteerBook>().GetAsync(person, RefundWorld.Ct)).ShouldNotBeNull().Value.FarewellId!;
        var handOver = new DecisionRef(FarewellProcess.Prefix + id, id, "farewell-handover", 1).TokenIdFor(house.Coordinator);
        await house.Get<CaseDesk>().AnswerAsync(links.TokenFor(LinkPurpose.Answer, handOver), new StepForm("done", new Dictionary<string, string>()), RefundWorld.Ct);
        await house.GoToAsync("2026-10-15 19:00");
        return id + "-g1";
    }

    private static async Task<string> FunctionAsync(RefundWorld house)
    {
        var world = new VolunteerWorld(house);
        var person = await world.WelcomedAsync();
        await house.Get<FunctionDesk>().OfferAsync(person, "legeven", "", house.Coordinator, RefundWorld.Ct);
        await house.GoToAsync("2026-09-26 12:00"); // a reminder
        var id = (await world.CasesAsync<FunctionRequest>(person))[0].Id;
        await world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, id, "function-accept", "yes");
        await world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, id, "function-boerneattest-order", "ordered");
        await world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, id, "function-boerneattest-outcome", "remark", null, ("deleted", "on"));
        await world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, id, "function-remark", "go-on");
        return id + "-g1";
    }

    private static async Task<string> RenewalAsync(RefundWorld house)
    {
        var world = new VolunteerWorld(house);
        var application = await world.TalkedAsync(world.Form("legeven"));
        await world.DoneAsync(application, "volunteer-boerneattest-order", "ordered");
        await world.DoneAsync(application, "volunteer-boerneattest-outcome", "clean", ("deleted", "on"));
        await world.PreparedAsync(application);
        await world.DoneAsync(application, "volunteer-approve", "approve");
        await house.GoToAsync("2028-10-15 12:00");
        return "c-" + Ids.Derive("certificate-renewal", (await world.ApplicationAsync(application)).PersonId, "Children", "2028-09-03") + "-g1";
    }

    private static async Task<string> GatheringAsync(RefundWorld house)
    {
        var world = GatheringWorld.Of(house);
        await world.VolunteerAsync("Astrid", "+4520304050");
        await world.VolunteerAsync("Bo");
        var id = await world.PlanAsync();
        await house.GoToAsync("2026-09-20 12:00");
        await world.Planner.MoveAsync(world.Karla, id, GatheringWorld.Form("2026-10-08"), RefundWorld.Ct);
        await house.SettleAsync();
        await world.AnswerAsync(id, "Astrid", true);
        await house.GoToAsync("2026-10-09 12:00"); // asked again, reminded, the coordinator asked
        await world.Planner.NoteAsync(world.Karla, id, world.Person("Astrid"), true, RefundWorld.Ct);
        await house.GoToAsync("2026-10-23 12:00");
        return id + "-g1";
    }

    private static async Task<string> CancelledGatheringAsync(RefundWorld house)
    {
        var world = GatheringWorld.Of(house);
        await world.VolunteerAsync("Astrid", "+4520304050");
        var id = await world.PlanAsync();
        await house.GoToAsync("2026-09-12 12:00");
        await world.Planner.CancelAsync(world.Karla, id, RefundWorld.Ct);
        await house.SettleAsync();
        return id + "-g1";
    }

    private static async Task<string> RoundsAsync(RefundWorld world)
    {
        await world.Hub.ScheduleNewOrchestrationInstanceAsync(RoundTasks.Orchestrator, null, new StartOrchestrationOptions(RoundTasks.InstanceId), RefundWorld.Ct);
        await world.GoToAsync("2026-09-15 12:00");
        return RoundTasks.InstanceId;
    }

    private static async Task<string> EndedRunsAsync(RefundWorld world)
    {
        await world.Hub.ScheduleNewOrchestrationInstanceAsync(RetentionTasks.EndedRunsOrchestrator, null, new StartOrchestrationOptions(RetentionTasks.EndedRunsInstanceId), RefundWorld.Ct);
        await RejectedAsync(world);
        await world.GoToAsync("2026-12-02 12:00");
        return RetentionTasks.EndedRunsInstanceId;
    }

    private static async Task<string> ReckoningAsync(RefundWorld world)
    {
        await world.Hub.ScheduleNewOrchestrationInstanceAsync(ReconciliationTasks.Orchestrator, null, new StartOrchestrationOptions(ReconciliationTasks.InstanceId), RefundWorld.Ct);
        await RejectedAsync(world);
        await world.GoToAsync("2026-09-03 12:00");
        return ReconciliationTasks.InstanceId;
    }

    private static async Task<string> NightsAsync(RefundWorld world)
    {
        await world.Hub.ScheduleNewOrchestrationInstanceAsync(RetentionTasks.Orchestrator, null, new StartOrchestrationOptions(RetentionTasks.InstanceId), RefundWorld.Ct);
        var unknown = new RegisterBatch("unheard-of:1").Put("x", new RetainPlace("x"));
        await world.Register.CommitAsync(RetentionIndex.Add(unknown, new DateOnly(2026, 9, 1)), RefundWorld.Ct);
        var unsent = world.Documents.Add("never sent");
        var draft = DocumentUses.Add(new RegisterBatch(Partitions.Draft("d1")).Put(DraftNote.RowOf(unsent), new DraftNote(unsent, new DateOnly(2026, 9, 2))), unsent);
        await world.Register.CommitAsync(RetentionIndex.Add(draft, new DateOnly(2026, 9, 2)), RefundWorld.Ct);
        await world.GoToAsync("2026-09-03 12:00");
        return RetentionTasks.InstanceId;
    }
}
