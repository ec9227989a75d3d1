using System.Net;
using System.Text;
using Husrum.Testing;

namespace Husrum.EndToEnd.Tests;

/// <summary>A claim's whole way through the running program, with real input.</summary>
public sealed class ClaimJourneyTests
{
    [Fact]
    public async Task A_claim_with_a_photo_and_a_pdf_goes_from_the_form_to_the_banks_file_whatever_scanners_and_impatient_people_do()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        using var journey = new RefundJourney(program);
        var (status, id, location) = await journey.ClaimAsync("claim-0001");
        status.ShouldBe(HttpStatusCode.Created);
        await journey.SettleAsync();
        (await journey.LinkAsync("refund-received", "/status", id)).ShouldNotBeNull();
        var link = (await journey.LinkAsync("refund-approve", "/afgoer", id)).ShouldNotBeNull();

        await A_thousand_looks_change_nothing(program, journey, link, id);
        using var coordinator = new Visitor(program.Address);
        (await RefundJourney.DecideAsync(coordinator, link, "approve", amount: "12")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await Fifty_answers_at_once_give_one_decision(program, link);
        await journey.SettleAsync();

        var again = await coordinator.OpenAsync(link);
        again.Text.ShouldContain("Allerede afgjort af");
        again.Text.ShouldContain("31.8.2026");
        await The_photo_has_lost_its_place(program);

        using var treasurer = await journey.SignInAsync(DemoPeople.Treasurer);
        var csv = await RefundJourney.PayEverythingAsync(treasurer);
        CountOf(csv, "7654321098").ShouldBe(1);
        csv.ShouldContain("1987,65");
        await journey.SettleAsync();
        using var claimant = new Visitor(program.Address);
        (await claimant.OpenAsync(location)).Text.ShouldContain("Betalt");
        var mails = (await journey.MailboxAsync()).Where(m => m.GetProperty("key").GetString()!.StartsWith(id, StringComparison.Ordinal)).Select(m => m.GetProperty("template").GetString()!).ToList();
        mails.Count(t => t == "refund-paid").ShouldBe(1);
        mails.Count(t => t == "refund-approved").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_sent_again_is_the_same_claim()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        using var journey = new RefundJourney(program);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => journey.ClaimAsync("claim-0002")));
        answers.Select(a => a.Id).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        await journey.SettleAsync();
        (await journey.MailboxAsync()).Count(m => m.GetProperty("template").GetString() == "refund-received" && m.GetProperty("key").GetString()!.StartsWith(answers[0].Id, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_fifty_different_answers_at_once_one_counts_and_the_claimant_hears_that_one()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        using var journey = new RefundJourney(program);
        var (_, id, _) = await journey.ClaimAsync("claim-0003");
        await journey.SettleAsync();
        await Fifty_answers_at_once_give_one_decision(program, (await journey.LinkAsync("refund-approve", "/afgoer", id)).ShouldNotBeNull(), mixed: true);
        await journey.SettleAsync();
        (await journey.MailboxAsync()).Count(m => m.GetProperty("template").GetString() is "refund-approved" or "refund-rejected" && m.GetProperty("key").GetString()!.StartsWith(id, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_program_on_the_same_data_folder_says_so_and_stops()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        var second = await ProgramUnderTest.TryAsync(program.Data);
        second.ExitCode.ShouldNotBe(0);
        second.Output.ShouldContain("in use by another running program");
    }

    private static async Task A_thousand_looks_change_nothing(ProgramUnderTest program, RefundJourney journey, string link, string id)
    {
        var before = (await journey.MailboxAsync()).Count;
        using var scanner = new Visitor(program.Address);
        for (var batch = 0; batch < 20; batch++)
        {
            var looks = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => scanner.SendAsync(i % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, link)));
            looks.ShouldAllBe(s => s == HttpStatusCode.OK);
        }

        await journey.SettleAsync();
        (await journey.MailboxAsync()).Count.ShouldBe(before);
        (await journey.LinkAsync("refund-approved", "/status", id)).ShouldBeNull();
        (await scanner.OpenAsync(link)).Document.QuerySelector("form [name=decision]").ShouldNotBeNull();
    }

    private static async Task Fifty_answers_at_once_give_one_decision(ProgramUnderTest program, string link, bool mixed = false)
    {
        using var first = new Visitor(program.Address);
        var page = await first.OpenAsync(link);
        var form = page.Form("amount");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => i % 2 == 0 || !mixed
            ? page.SendAsync(form, ("decision", "approve"), ("amount", RefundJourney.Total), ("reason", ""))
            : page.SendAsync(form, ("decision", "reject"), ("amount", ""), ("reason", "Hører ikke til en aktivitet"))));
        answers.Count(a => a.Text.Contains("Tak, det er noteret", StringComparison.Ordinal)).ShouldBe(1);
        answers.Count(a => a.Text.Contains("Allerede afgjort", StringComparison.Ordinal)).ShouldBe(49);
    }

    private static async Task The_photo_has_lost_its_place(ProgramUnderTest program)
    {
        var stored = Directory.GetFiles(Path.Combine(program.Data, "documents"), "*", SearchOption.AllDirectories);
        stored.Length.ShouldBeGreaterThanOrEqualTo(2);
        var all = await Task.WhenAll(stored.Select(f => File.ReadAllBytesAsync(f)));
        all.ShouldContain(b => b.Length > 100 && b[0] == 0xFF && b[1] == 0xD8);
        all.Count(b => b.AsSpan().IndexOf(Encoding.ASCII.GetBytes(JpegFile.Secret)) >= 0).ShouldBe(0);
    }

    private static int CountOf(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
