using Husrum.Core.People;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

public sealed class ApproverGuardTests
{
    [Fact]
    public async Task A_coordinators_own_claim_goes_to_the_deputy()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form(name: "Karla Koordinator"));
        (await world.MailsAsync(id, "refund-approve")).ShouldBe(["2026-08-31 10:00 refund-approve didrik"]);
    }

    [Fact]
    public async Task A_claim_that_pays_the_coordinator_goes_to_the_deputy()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form() with { PayeeName = "karla  koordinator" });
        (await world.MailsAsync(id, "refund-approve")).Single().ShouldEndWith("didrik");
    }

    [Theory]
    [InlineData("Kаrlа Kооrdinаtоr")] // Cyrillic а and о
    [InlineData("КАRLА КООRDІNАТОR")] // Cyrillic capitals
    [InlineData("Κarla Κoordinator")] // Greek kappa
    [InlineData("Karlα Kοοrdinatοr")] // Greek alpha and omicron
    [InlineData("KarIa Koord1nator")] // a capital i, a digit
    [InlineData("Ｋａｒｌａ Ｋｏｏｒｄｉｎａｔｏｒ")] // full width
    [InlineData("Kárla Koordinàtor")]
    [InlineData("Ka\u0301rla Koor\u200Bdinator")]
    [InlineData("Koordinator, Karla")]
    public async Task A_payee_whose_name_only_looks_like_the_coordinators_goes_to_the_deputy(string payee)
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form() with { PayeeName = payee });
        (await world.MailsAsync(id, "refund-approve")).Single().ShouldEndWith("didrik");
    }

    [Fact]
    public void Mathematical_letters_are_letters() => SameName.Is("𝐊𝐚𝐫𝐥𝐚 𝑲𝒐𝒐𝒓𝒅𝒊𝒏𝒂𝒕𝒐𝒓", "karla koordinator").ShouldBeTrue();

    [Theory]
    [InlineData("Karla Koordinator", "Karlo Koordinator")]
    [InlineData("Иван Петров", "Анна Петрова")]
    [InlineData("Sofie Lund", "Sofia Lund")]
    public void Other_names_stay_other_names(string one, string other) => SameName.Is(one, other).ShouldBeFalse();

    [Fact]
    public async Task A_claim_on_the_coordinators_known_account_goes_to_the_deputy_whatever_the_name()
    {
        await using var world = await RefundWorld.StartAsync();
        var own = await world.SendAsync(world.Form(name: "Karla Koordinator") with { AccountNumber = "7777777777" });
        await world.DecideAsync(own, "refund-approve-1", world.Deputy, "approve");
        await world.PayAsync(await world.ListAsync());
        var id = await world.SendAsync(world.Form() with { AccountNumber = "7777777777", PayeeName = "Freja Frivilligs Mor" });
        (await world.MailsAsync(id, "refund-approve")).Single().ShouldEndWith("didrik");
    }

    [Fact]
    public async Task One_who_was_asked_and_then_turns_out_to_be_the_payee_may_not_decide()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.Register.CommitAsync(
            new RegisterBatch(Partitions.Person(world.Coordinator)).Put(PayoutAccount.Row, new PayoutAccount("0040", "0440116243", world.Clock.GetUtcNow())),
            RefundWorld.Ct);
        (await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.NotAllowed>();
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
    }

    [Fact]
    public async Task Coordinator_of_another_department_is_not_asked()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form() with { Department = "horsens" });
        (await world.MailsAsync(id, "refund-approve")).Single().ShouldEndWith("lea");
    }

    [Theory]
    [InlineData("p-claimant", "other@eksempel.example", "Anden Person", false)]
    [InlineData("p-other", "FREJA@eksempel.example ", "Anden Person", false)]
    [InlineData("p-other", "freja+kvittering@eksempel.example", "Anden Person", false)]
    [InlineData("p-other", "other@eksempel.example", "freja frivillig", false)]
    [InlineData("p-other", "other@eksempel.example", "Frivillig, Freja", false)]
    [InlineData("p-other", "other@eksempel.example", "Anden Person", true)]
    public void The_guard_stops_same_person_same_address_and_same_name_only(string personId, string email, string name, bool allowed)
    {
        var claim = Claims.Of("u-1");
        var approver = new Reachable(new Person { Id = personId, Name = name, Language = "da" }, email, null);
        (ApproverGuard.Problem(claim, approver, null) is null).ShouldBe(allowed);
    }
}
