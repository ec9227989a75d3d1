using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

/// <summary>People do things in any order, twice, late and with old links, and the program restarts meanwhile. What must hold always is checked at the end of each walk.</summary>
public sealed class RandomWalkTests
{
    private static readonly Dictionary<string, ClaimState[]> Leads = new()
    {
        ["received"] = [ClaimState.Received],
        ["asked"] = [ClaimState.AwaitingApproval],
        ["first-approved"] = [ClaimState.AwaitingSecondApproval],
        ["approved"] = [ClaimState.Approved],
        ["returned"] = [ClaimState.Returned],
        ["completed"] = [ClaimState.Received],
        ["rejected"] = [ClaimState.Rejected],
        ["withdrawn"] = [ClaimState.Withdrawn],
        ["lapsed"] = [ClaimState.Lapsed],
        ["listed"] = [ClaimState.OnPaymentList],
        ["unlisted"] = [ClaimState.Approved],
        ["paid"] = [ClaimState.Paid],
        ["taken-back"] = [ClaimState.Approved],
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_people_do_the_rules_hold(int seed)
    {
        var random = new Random(seed);
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var claims = new List<string>();
        for (var i = 0; i < 3; i++)
            claims.Add(await world.SendAsync(world.Form(random.Next(2) == 0 ? "150" : "2600", name: random.Next(4) == 0 ? "Karla Koordinator" : "Freja Frivillig")));
        for (var step = 0; step < 40; step++)
            await ActAsync(world, random, claims[random.Next(claims.Count)]);
        await world.SettleAsync();
        foreach (var id in claims)
            await CheckAsync(world, id);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    private static async Task ActAsync(RefundWorld world, Random random, string id)
    {
        var people = new[] { world.Coordinator, world.Deputy, world.Leader };
        var round = (await world.ClaimAsync(id)).Round;
        switch (random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                var question = $"{(random.Next(3) == 0 ? "refund-second" : "refund-approve")}-{Math.Max(1, round - random.Next(2))}";
                var decision = random.Next(6) switch { 0 => "reject", 1 or 2 => "return", _ => "approve" };
                await world.DecideAsync(id, question, people[random.Next(3)], decision, decision == "approve" ? "" : "Fordi");
                break;
            case 4 when random.Next(4) == 0:
                await world.WithdrawAsync(id);
                break;
            case 5:
                var token = world.CompleteToken(id, round, (await world.ClaimAsync(id)).ClaimantId);
                if (await world.Get<ClaimIntake>().CompletionAsync(token, RefundWorld.Ct) is { } view)
                    await world.Get<ClaimIntake>().CompleteAsync(token, view.Form with { RegistrationNumber = "0040", AccountNumber = "0440116243" }, RefundWorld.Ct);
                break;
            case 6:
                await world.Get<PaymentLists>().CreateAsync($"list-{random.Next(6)}", world.Treasurer, RefundWorld.Ct);
                break;
            case 7:
                foreach (var list in await world.Get<PaymentLists>().AllAsync(RefundWorld.Ct))
                    await world.PayAsync(list.Id);
                break;
            case 8:
                await world.TakeBackAsync(id);
                break;
            case 9:
                await world.GoToAsync($"{WallTime.LocalDate(world.Clock.GetUtcNow()).AddDays(random.Next(1, 25)):yyyy-MM-dd} 12:00");
                break;
            case 10:
                await world.RestartAsync();
                break;
            case 11:
                await world.Hub.RaiseEventAsync((await world.ClaimAsync(id)).InstanceId, PaymentSignal.EventName, new PaymentSignal("stray"), RefundWorld.Ct);
                break;
            default:
                break;
        }
    }

    private static async Task CheckAsync(RefundWorld world, string id)
    {
        var claim = await world.ClaimAsync(id);
        var words = await world.TimelineAsync(id);

        // the timeline is a walk along allowed moves and ends where the claim stands
        var states = words.Where(Leads.ContainsKey).Select(w => Leads[w][0]).ToList();
        states[0].ShouldBe(ClaimState.Received);
        foreach (var (from, to) in states.Zip(states.Skip(1)))
            ClaimMoves.Allows(from, to).ShouldBeTrue($"{from} → {to}");
        states[^1].ShouldBe(claim.State);

        // no money without approval: by a person who is not the claimant, and above the limit by two
        var approvals = new List<DecisionRecord>();
        await foreach (var decision in world.Register.QueryAsync<DecisionRecord>(Partitions.Claim(id), "decision:", cancellation: RefundWorld.Ct))
        {
            if (decision.Value is { Answer: "approve" } && decision.Value.Round == claim.Round)
                approvals.Add(decision.Value);
        }

        if (words.Contains("listed"))
        {
            var by = approvals.Select(a => a.AnsweredBy).ToList();
            by.ShouldNotContain(claim.ClaimantId);
            by.Distinct().Count().ShouldBe(claim.Total.Oere > 200_000 ? 2 : 1);
        }

        // on exactly one list while it is on one, and nowhere else
        var lists = (await world.Get<PaymentLists>().AllAsync(RefundWorld.Ct)).Select(l => l.Id).ToList();
        var on = 0;
        foreach (var list in lists)
            on += (await world.Get<PaymentLists>().GetAsync(list, RefundWorld.Ct))!.Lines.Count(l => l.Claim.Id == id);
        on.ShouldBe(claim.State is ClaimState.OnPaymentList or ClaimState.Paid ? 1 : 0);

        // each payment was told once
        (await world.MailsAsync(id, "refund-paid")).Count.ShouldBe(words.Count(w => w == "paid"));
        (await world.MailsAsync(id, "refund-taken-back")).Count.ShouldBe(words.Count(w => w == "taken-back"));
        (claim.RetainUntil is not null).ShouldBe(ClaimMoves.IsClosed(claim.State));
        await world.EveryMailCanBeReadAsync(id);

        // a run drives what is open
        var instance = await world.Hub.GetInstanceAsync(claim.InstanceId, cancellation: RefundWorld.Ct);
        instance.ShouldNotBeNull().IsCompleted.ShouldBe(claim.DriverEnded);
        if (!ClaimMoves.IsClosed(claim.State))
            claim.DriverEnded.ShouldBeFalse();
    }
}
