using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Clock;

namespace Husrum.Functions.Demo;

/// <summary>
/// Fills a new data folder for <c>--demo</c>: the people, a claim in each state, and volunteers, families and children on their way, made by the services that make real ones. The weeks before the
/// rehearsal are played on the virtual clock, so that reminders have gone out and time limits have run as they would have.
/// Called at every start, when hub and messenger run; what a crash cut short goes on where it was.
/// </summary>
internal static class DemoSeed
{
    // the longest story begins so many days before: sent back, and never heard of again
    private const int DaysPlayed = 38;

    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var register = services.GetRequiredService<IRegister>();
        var clock = services.GetRequiredService<VirtualClock>();
        var seed = await register.GetAsync<DemoRecord>(DemoRecord.Partition, DemoRecord.Row, cancellation);
        if (seed?.Value.IsPlayed == true)
            return;
        var begins = seed?.Value.Begins ?? clock.Now;
        if (seed is null)
        {
            await register.CommitAsync(new RegisterBatch(DemoRecord.Partition).Put(DemoRecord.Row, new DemoRecord(begins, IsPlayed: false)), cancellation);
            services.GetRequiredService<VirtualTimeProvider>().Set(begins.AddDays(-DaysPlayed));
        }

        await DemoPeople.AddAsync(services.GetRequiredService<PersonDirectory>(), services.GetRequiredService<StaffDirectory>(), cancellation);
        var hand = ActivatorUtilities.CreateInstance<DemoHand>(services, begins);
        await PlayAsync(
            ActivatorUtilities.CreateInstance<DemoPlay>(services, begins),
            hand,
            ActivatorUtilities.CreateInstance<DemoApplicants>(services, hand, begins),
            ActivatorUtilities.CreateInstance<DemoFamilies>(services, hand, begins),
            ActivatorUtilities.CreateInstance<DemoReferrals>(services, hand),
            ActivatorUtilities.CreateInstance<DemoYear>(services, begins));
        await register.CommitAsync(new RegisterBatch(DemoRecord.Partition).Put(DemoRecord.Row, new DemoRecord(begins, IsPlayed: true)), cancellation);
    }

    private static async Task PlayAsync(DemoPlay play, DemoHand hand, DemoApplicants applicants, DemoFamilies families, DemoReferrals referrals, DemoYear year)
    {
        await play.SendAsync(DemoClaims.Lapsed);
        await play.DecideAsync(DemoPeople.Jens, DemoClaims.Lapsed, "return", "Hvilke spil er det, og hvor er de købt?");

        await play.AfterAsync(applicants.WelcomeAsync(DemoApplicants.Welcomed));
        await play.SendAsync(DemoClaims.Paid);
        await play.DayAsync(19);
        await play.DecideAsync(DemoPeople.Karen, DemoClaims.Paid, "approve", amount: "268");
        await play.DayAsync(18);
        await play.PayAsync(await play.ListAsync("foerste"));

        await play.DayAsync(16);
        await play.AfterAsync(applicants.ApplyAsync(DemoApplicants.Talked));
        await play.AfterAsync(applicants.AnswerAsync(DemoApplicants.Talked, "confirm"));
        await play.AfterAsync(applicants.DecideAsync(DemoPeople.Karen, DemoApplicants.Talked, "offer", ("time1", hand.Moment(13, 16)), ("place", "Caféen, Nørregade 12")));
        await play.AfterAsync(applicants.AnswerAsync(DemoApplicants.Talked, hand.Instant(13, 16)));

        await play.AfterAsync(families.ApplyAsync());
        await play.AfterAsync(families.ConfirmAsync());
        await play.AfterAsync(families.OfferVisitAsync());
        await play.AfterAsync(families.PickVisitAsync());

        await play.SendAsync(DemoClaims.Rejected);
        await play.DayAsync(11);
        await play.AfterAsync(applicants.DecideAsync(DemoPeople.Karen, DemoApplicants.Talked, "go-on"));
        await play.DecideAsync(DemoPeople.Pia, DemoClaims.Rejected, "reject", "Biografture for frivillige betales af trivselspuljen. Skriv til mig, så hjælper jeg.");
        await play.SendAsync(DemoClaims.Withdrawn);
        await play.WithdrawAsync(DemoClaims.Withdrawn);
        await play.AfterAsync(families.VisitedAsync());
        await play.AfterAsync(families.InterviewedAsync());
        await play.AfterAsync(referrals.ReferWaitingAsync());
        await play.AfterAsync(referrals.ConfirmWaitingAsync());
        await play.AfterAsync(referrals.ConsentWaitingAsync());

        await play.SendAsync(DemoClaims.OnList);
        await play.DayAsync(7);
        await play.AfterAsync(families.TakeCourseAsync());
        await play.AfterAsync(families.OrderCertificateAsync());
        await play.AfterAsync(referrals.ReferMissingAsync());
        await play.AfterAsync(referrals.ConfirmMissingAsync());
        await play.AfterAsync(referrals.ConsentMissingAsync());
        await play.DecideAsync(DemoPeople.Jens, DemoClaims.OnList, "approve", amount: "750");
        await play.SendAsync(DemoClaims.Late);
        await play.SendAsync(DemoClaims.Second);
        await play.DecideAsync(DemoPeople.Karen, DemoClaims.Second, "approve", amount: "2450");

        await play.SendAsync(DemoClaims.Approved);
        await play.SendAsync(DemoClaims.Returned);
        await play.ListAsync("anden");
        await play.AfterAsync(applicants.ApplyAsync(DemoApplicants.Booking));
        await play.AfterAsync(applicants.AnswerAsync(DemoApplicants.Booking, "confirm"));
        await play.AfterAsync(applicants.DecideAsync(DemoPeople.Jens, DemoApplicants.Booking, "offer", ("time1", hand.Moment(-3, 16)), ("time2", hand.Moment(-4, 10)), ("place", "Over telefonen: Jens ringer")));
        await play.DayAsync(2);
        await play.AfterAsync(year.BeginAsync());
        await play.AfterAsync(families.PutApprovedAsync());
        await play.AfterAsync(applicants.ApplyAsync(DemoApplicants.Waiting));
        await play.AfterAsync(applicants.AnswerAsync(DemoApplicants.Waiting, "confirm"));
        await play.AfterAsync(applicants.ApplyAsync(DemoApplicants.Unconfirmed));
        await play.DecideAsync(DemoPeople.Omar, DemoClaims.Approved, "approve", amount: "312");
        await play.DecideAsync(DemoPeople.Karen, DemoClaims.Returned, "return", "Tak, Laura! Kan du skrive, hvor mange I var?");
        await play.SendAsync(DemoClaims.Waiting);
        await play.BeginAsync();
    }
}

/// <summary>How far the rehearsal's history has been played.</summary>
/// <param name="Begins">Where the clock stands when it is, UTC.</param>
/// <param name="IsPlayed">True when it is.</param>
[RegisterRecord("demo", 1)]
internal sealed record DemoRecord(DateTimeOffset Begins, bool IsPlayed)
{
    public const string Partition = "demo";

    public const string Row = "played";
}
