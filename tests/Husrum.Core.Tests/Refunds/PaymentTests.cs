using System.Text;
using Husrum.Core.People;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Durable.Client;

namespace Husrum.Core.Tests.Refunds;

public sealed class PaymentTests
{
    [Fact]
    public async Task A_claim_is_on_exactly_one_list()
    {
        await using var world = await RefundWorld.StartAsync();
        var first = await world.SendApprovedAsync(world.Form("100"));
        var listA = await world.ListAsync();
        var second = await world.SendApprovedAsync(world.Form("200"));
        var listB = await world.ListAsync();
        var lists = world.Get<PaymentLists>();
        (await lists.GetAsync(listA, RefundWorld.Ct))!.Lines.Select(l => l.Claim.Id).ShouldBe([first]);
        (await lists.GetAsync(listB, RefundWorld.Ct))!.Lines.Select(l => l.Claim.Id).ShouldBe([second]);
        (await lists.ApprovedAsync(RefundWorld.Ct)).ShouldBeEmpty();
        (await lists.CreateAsync("again", world.Treasurer, RefundWorld.Ct)).ShouldBeNull();
        (await lists.AllAsync(RefundWorld.Ct)).Select(l => l.Id).ShouldBe([listA, listB], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_treasurers_make_lists_at_the_same_moment_and_no_claim_is_on_both()
    {
        await using var world = await RefundWorld.StartAsync();
        for (var i = 0; i < 12; i++)
            await world.SendApprovedAsync(world.Form($"{100 + i}"));
        var lists = world.Get<PaymentLists>();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => lists.CreateAsync($"at-once-{i}", world.Treasurer, RefundWorld.Ct), RefundWorld.Ct)));
        var on = new List<string>();
        foreach (var list in made.OfType<string>())
            on.AddRange((await lists.GetAsync(list, RefundWorld.Ct))!.Lines.Select(l => l.Claim.Id));
        on.Count.ShouldBe(12);
        on.Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_list()
    {
        await using var world = await RefundWorld.StartAsync();
        await world.SendApprovedAsync(world.Form());
        var lists = world.Get<PaymentLists>();
        var one = await lists.CreateAsync("same", world.Treasurer, RefundWorld.Ct);
        await world.SendApprovedAsync(world.Form());
        (await lists.CreateAsync("same", world.Treasurer, RefundWorld.Ct)).ShouldBe(one);
        (await lists.GetAsync(one!, RefundWorld.Ct))!.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_csv_is_the_same_each_time_and_a_spreadsheet_runs_nothing_of_it()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form("1234,50") with { PayeeName = "=HYPERLINK(\"http://ond.example\";\"Klik\")", ActivityDate = "2026-08-28" });
        var other = await world.SendApprovedAsync(world.Form("99") with { RegistrationNumber = "9570", AccountNumber = "1234 567", ActivityDate = "2026-08-27" });
        var list = await world.ListAsync();
        var bytes = (await world.Get<PaymentLists>().CsvAsync(list, RefundWorld.Ct)).ShouldNotBeNull();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var expected = new[]
        {
            $"0040;0440116243;1234,50;\"'=HYPERLINK(\"\"http://ond.example\"\";\"\"Klik\"\")\";Udlæg {id[^6..]} 28.8.",
            $"9570;0001234567;99,00;Freja Frivillig;Udlæg {other[^6..]} 27.8.",
        };
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe(string.Join("\r\n", ["Reg.nr.;Kontonr.;Beløb;Modtager;Tekst", .. Sorted(expected, id, other), ""]));
        (await world.Get<PaymentLists>().CsvAsync(list, RefundWorld.Ct)).ShouldBe(bytes);
        (await world.Get<PaymentLists>().CsvAsync("l-unknown", RefundWorld.Ct)).ShouldBeNull();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+45 12", "'+45 12")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Per;Poul", "\"Per;Poul\"")]
    [InlineData("Linje\nto", "Linje to")]
    [InlineData("Ærø Åse", "Ærø Åse")]
    public void Cells_are_harmless(string payee, string cell)
    {
        var organisation = new Core.Organisations.Organisation
        {
            Id = "e",
            Name = "E",
            Languages = ["da"],
            Senders = new("a@b.example", "E", "E"),
            Mailbox = "a@b.example",
            Departments = [],
            Limits = new(2000),
        };
        var csv = Encoding.UTF8.GetString(PaymentCsv.Write([Claims.Of("u-000000", content: c => c with { OtherPayee = payee })]));
        csv.Split("\r\n")[1].ShouldBe($"0040;0440116243;123,45;{cell};Udlæg 000000 28.8.");
    }

    [Fact]
    public async Task Paid_and_taken_back_it_is_approved_again_the_claimant_is_told_kindly_and_it_is_paid_anew()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form());
        var list = await world.ListAsync();
        await world.PayAsync(list, id);
        (await world.TakeBackAsync(id, "")).ShouldBe(PaymentResult.NeedsReason);
        (await world.TakeBackAsync(id)).ShouldBe(PaymentResult.Done);
        await world.ShouldBeAsync(id, ClaimState.Approved);
        (await world.StatusAsync(id)).Reason.ShouldBe("Banken afviste kontoen");
        (await world.ClaimAsync(id)).RetainUntil.ShouldBeNull();
        (await world.Get<PaymentLists>().GetAsync(list, RefundWorld.Ct))!.Lines.ShouldBeEmpty();
        (await world.PayAsync(list, id)).ShouldBe(PaymentResult.NotThere);

        await world.PayAsync(await world.ListAsync());
        await world.ShouldBeAsync(id, ClaimState.Paid);
        (await world.MailsAsync(id, "refund-paid")).Count.ShouldBe(2);
        (await world.MailsAsync(id, "refund-taken-back")).Count.ShouldBe(1);
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Taken_off_a_list_before_payment_the_claimant_hears_nothing()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form());
        await world.ListAsync();
        await world.TakeBackAsync(id);
        await world.ShouldBeAsync(id, ClaimState.Approved);
        (await world.MailsAsync(id, "refund-taken-back")).ShouldBeEmpty();
        (await world.TimelineAsync(id))[^1].ShouldBe("unlisted");
        (await world.StatusAsync(id)).Timeline[^1].Note.ShouldBe("Banken afviste kontoen");
    }

    [Fact]
    public async Task After_a_payment_was_taken_back_the_claimant_corrects_the_account_and_the_treasurer_is_warned()
    {
        await using var world = await RefundWorld.StartAsync();
        var (status, id) = (world.Get<ClaimStatus>(), await world.SendApprovedAsync(world.Form()));
        (await status.CorrectAccountAsync(world.StatusToken(id), "9570", "1234567", RefundWorld.Ct)).ShouldBeOfType<AccountResult.TooLate>();
        await world.PayAsync(await world.ListAsync());
        await world.TakeBackAsync(id);

        (await world.StatusAsync(id)).CanCorrectAccount.ShouldBeTrue();
        (await status.CorrectAccountAsync(world.StatusToken(id), "95", "", RefundWorld.Ct)).ShouldBeOfType<AccountResult.Invalid>().Problems.Select(p => p.Field).ShouldBe(["registrationNumber", "accountNumber"]);
        (await status.CorrectAccountAsync(world.StatusToken(id), "9570", "1234567", RefundWorld.Ct)).ShouldBeOfType<AccountResult.Corrected>();
        (await status.CorrectAccountAsync(world.StatusToken(id), "9570", "1234567", RefundWorld.Ct)).ShouldBeOfType<AccountResult.Corrected>(); // pressed twice
        (await world.TimelineAsync(id)).Count(word => word == "account-corrected").ShouldBe(1);
        (await world.Get<PaymentLists>().ApprovedAsync(RefundWorld.Ct)).Single().AccountCorrected.ShouldBeTrue();

        var list = await world.ListAsync();
        (await status.CorrectAccountAsync(world.StatusToken(id), "0400", "1", RefundWorld.Ct)).ShouldBeOfType<AccountResult.TooLate>();
        Encoding.UTF8.GetString((await world.Get<PaymentLists>().CsvAsync(list, RefundWorld.Ct))!).ShouldContain("9570;0001234567;");
        (await status.CorrectAccountAsync("intet.intet", "9570", "1234567", RefundWorld.Ct)).ShouldBeOfType<AccountResult.Gone>();
    }

    [Fact]
    public async Task Taken_back_after_the_run_has_ended_a_new_generation_takes_over()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var id = await world.SendApprovedAsync(world.Form());
        await world.PayAsync(await world.ListAsync());
        await world.GoToAsync("2027-02-01 10:00");
        (await world.ClaimAsync(id)).DriverEnded.ShouldBeTrue();
        (await world.TakeBackAsync(id)).ShouldBe(PaymentResult.Done);
        (await world.Hub.GetInstanceAsync(id + "-g2", cancellation: RefundWorld.Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        await world.GoToAsync("2027-02-08 12:00");
        (await world.MailsAsync(id, "refund-pay-reminder")).ShouldBe(["2027-02-08 09:00 refund-pay-reminder kasper"]);
        await world.PayAsync(await world.ListAsync());
        await world.ShouldBeAsync(id, ClaimState.Paid);
    }

    [Fact]
    public async Task The_treasurer_lets_it_lie()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var id = await world.SendApprovedAsync(world.Form());
        await world.GoToAsync("2026-09-15 12:00");
        await world.ListAsync(); // on a list, but not paid: it still lies
        await world.GoToAsync("2026-09-30 12:00");
        (await world.MailsAsync(id)).Skip(3).ShouldBe(
        [
            "2026-09-07 09:00 refund-pay-reminder kasper",
            "2026-09-14 09:00 refund-pay-reminder kasper",
            "2026-09-14 09:00 refund-stuck lea",
            "2026-09-14 09:00 refund-stuck oda",
            "2026-09-21 09:00 refund-pay-reminder kasper",
            "2026-09-28 09:00 refund-pay-reminder kasper",
        ]);
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task There_is_no_treasurer_and_those_who_can_name_one_are_told()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await world.Get<StaffDirectory>().RemoveAsync(world.Treasurer, RefundWorld.Ct);
        var id = await world.SendApprovedAsync(world.Form());
        await world.GoToAsync("2026-09-07 12:00");
        (await world.MailsAsync(id, "refund-stuck")).Select(m => m.Split(' ')[^1]).ShouldBe(["lea", "oda"]);
    }

    [Fact]
    public async Task A_treasurers_record_before_the_approval_changes_nothing()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        (await world.PayAsync("l-invented", id)).ShouldBe(PaymentResult.NotThere);
        (await world.TakeBackAsync(id)).ShouldBe(PaymentResult.NotThere);
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
    }

    [Fact]
    public async Task A_payment_is_the_account_expected_next_time_and_a_form_is_not()
    {
        await using var world = await RefundWorld.StartAsync();
        var first = await world.SendAsync(world.Form());
        (await AccountAsync()).ShouldBeNull();
        await world.DecideAsync(first, "refund-approve-1", world.Coordinator, "approve");
        await world.PayAsync(await world.ListAsync());
        (await AccountAsync())!.Value.AccountNumber.ShouldBe("0440116243");

        async Task<Stored<PayoutAccount>?> AccountAsync() =>
            await world.Register.GetAsync<PayoutAccount>(Partitions.Person((await world.ClaimAsync(first)).ClaimantId), PayoutAccount.Row, RefundWorld.Ct);
    }

    // the clock stood still: of two sent at the same moment the ids decide the order
    private static IEnumerable<string> Sorted(string[] lines, string first, string second) => string.CompareOrdinal(first, second) < 0 ? lines : lines.Reverse();
}
