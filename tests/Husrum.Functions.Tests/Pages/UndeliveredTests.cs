using System.Net;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Tasks;

namespace Husrum.Functions.Tests.Pages;

/// <summary>A message that did not arrive, or may not have, is a task of those who know the person.</summary>
[Collection(nameof(DemoSite))]
public sealed class UndeliveredTests(DemoSite site)
{
    private const string Karen = "karen@husrum.example"; // Aarhus
    private const string Omar = "omar@husrum.example"; // Esbjerg

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRegister Register => site.Part<IRegister>();

    [Fact]
    public async Task An_SMS_of_which_nobody_knows_is_before_the_coordinator_and_goes_again_by_their_word()
    {
        var claim = await site.SendClaimAsync("Ulla Uvis");
        var notice = await TroubleAsync(Partitions.Claim(claim.Id), "Ulla Uvis", NoticeState.Uncertain, NoticeReasons.TooLateToRepeat);
        using var karen = await site.StaffAsync(Karen);
        var page = await karen.GetAsync("/opgaver");
        var card = Card(page, "Ulla Uvis");
        card.ShouldNotBeNull().TextContent.ShouldContain("Ingen ved, om den blev sendt");
        card!.TextContent.ShouldContain("Udlæg, Aarhus");
        card.QuerySelector("a[href='tel:+4520123456']").ShouldNotBeNull();

        (await page.PressAsync(("word", "send"), [("partition", notice.Partition), ("row", notice.Row)], having: TaskEndpoints.Messages)).Location.ShouldBe("/opgaver");
        // the messenger takes it at once, and this text has no SMS: it may be back already, but no longer as one nobody knows of
        (Card(await karen.GetAsync("/opgaver"), "Ulla Uvis")?.TextContent ?? "").ShouldNotContain("Ingen ved, om den blev sendt");
        (await SeeAsync(notice)).ShouldSatisfyAllConditions(n => n.Round.ShouldBe(1), n => n.State.ShouldNotBe(NoticeState.Uncertain));
    }

    [Fact]
    public async Task A_reminder_that_became_too_late_is_not_sent_again_and_its_reader_can_be_called()
    {
        var claim = await site.SendClaimAsync("Solveig Sent");
        await TroubleAsync(Partitions.Claim(claim.Id), "Solveig Sent", NoticeState.Failed, NoticeReasons.Late, usefulUntil: new DateTimeOffset(2026, 8, 31, 0, 0, 0, TimeSpan.Zero));
        using var karen = await site.StaffAsync(Karen);
        var card = Card(await karen.GetAsync("/opgaver"), "Solveig Sent").ShouldNotBeNull();
        card.TextContent.ShouldContain("Det blev for sent at sende den.");
        card.QuerySelectorAll("button").Select(button => button.GetAttribute("value")).ShouldBe(["arrived", "drop"]);
    }

    [Fact]
    public async Task Whoever_has_told_the_person_says_so_and_it_is_gone_for_the_others_too()
    {
        var claim = await site.SendClaimAsync("Villy Vidste");
        var notice = await TroubleAsync(Partitions.Claim(claim.Id), "Villy Vidste", NoticeState.Failed, NoticeReasons.Undelivered + "no-such-number");
        using var karen = await site.StaffAsync(Karen);
        var page = await karen.GetAsync("/opgaver");
        await page.PressAsync(("word", "arrived"), [("partition", notice.Partition), ("row", notice.Row)], having: TaskEndpoints.Messages);
        (await SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
        // somebody who has the page open still
        await page.PressAsync(("word", "send"), [("partition", notice.Partition), ("row", notice.Row)], having: TaskEndpoints.Messages);
        (await SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task Another_departments_coordinator_the_treasurer_and_one_held_after_a_restore_see_and_decide_nothing()
    {
        var claim = await site.SendClaimAsync("Sanne Skjult");
        var notice = await TroubleAsync(Partitions.Claim(claim.Id), "Sanne Skjult", NoticeState.Failed, NoticeReasons.NumberRefused);
        var held = await TroubleAsync(Partitions.Claim(claim.Id), "Holger Holdt", NoticeState.Held, NoticeReasons.PutBack);
        foreach (var email in new[] { Omar, "kasserer@husrum.example", "drift@husrum.example" })
        {
            using var other = await site.StaffAsync(email);
            var page = await other.GetAsync("/opgaver");
            Card(page, "Sanne Skjult").ShouldBeNull(email);
            var answer = await page.PressAsync(("word", "drop"), [("partition", notice.Partition), ("row", notice.Row)], having: "/log-ud", also: to => to.RequestUri = new Uri(TaskEndpoints.Messages, UriKind.Relative));
            answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        (await SeeAsync(notice)).State.ShouldBe(NoticeState.Failed);
        using var karen = await site.StaffAsync(Karen);
        var mine = await karen.GetAsync("/opgaver");
        Card(mine, "Holger Holdt").ShouldBeNull();
        Card(mine, "Sanne Skjult").ShouldNotBeNull();
        await mine.PressAsync(("word", "drop"), [("partition", held.Partition), ("row", held.Row)], having: TaskEndpoints.Messages);
        (await SeeAsync(held)).State.ShouldBe(NoticeState.Held);
    }

    [Fact]
    public async Task A_message_of_a_case_is_its_departments_and_one_of_nobodys_is_the_operators()
    {
        await site.ApplyAsync("Torben Tavs", "esbjerg");
        var person = (await site.Part<PersonDirectory>().FindByEmailAsync(Applicants.Address("Torben Tavs"), Cancellation)).ShouldNotBeNull();
        var mail = await site.Part<NoticeList>().AllAsync(Cancellation).FirstAsync(notice => notice.Value.To == Applicants.Address("Torben Tavs"), Cancellation);
        mail.Partition.ShouldStartWith("application:");
        await TroubleAsync(mail.Partition, "Torben Tavs", NoticeState.Uncertain, NoticeReasons.NoReport);
        await TroubleAsync(Partitions.Person(person), "Linket Tavs", NoticeState.Failed, NoticeReasons.NoWay);
        using var omar = await site.StaffAsync(Omar);
        var page = await omar.GetAsync("/opgaver");
        Card(page, "Torben Tavs").ShouldNotBeNull().TextContent.ShouldContain("Esbjerg");
        Card(page, "Linket Tavs").ShouldBeNull();
    }

    private static AngleSharp.Dom.IElement? Card(Sheet page, string name) =>
        page.Page.QuerySelectorAll("li.card").FirstOrDefault(card => card.QuerySelector("input[name='row']") is not null && card.TextContent.Contains(name, StringComparison.Ordinal));

    private async Task<Notice> SeeAsync(Stored<Notice> notice) => (await Register.GetAsync<Notice>(notice.Partition, notice.Row, Cancellation)).ShouldNotBeNull().Value;

    private async Task<Stored<Notice>> TroubleAsync(string partition, string name, NoticeState state, string reason, DateTimeOffset? usefulUntil = null)
    {
        var notice = new Notice
        {
            Key = $"{partition}:{name}:sms",
            Channel = NoticeChannel.Sms,
            Template = "sign-in",
            Language = "da",
            To = "+4520123456",
            Fields = new Dictionary<string, string> { ["name"] = name },
            Due = new DateTimeOffset(2026, 8, 31, 8, 0, 0, TimeSpan.Zero),
            UsefulUntil = usefulUntil,
            State = state,
            Reason = reason,
        };
        var (row, batch) = (Outbox.RowOf(notice.Key), new RegisterBatch(partition));
        batch.Insert(row, notice).Index(Partitions.NoticeTroubleIndex, Outbox.DueRow(notice.Due, partition, row), new NoticePlace(partition, row));
        (await Register.CommitAsync(batch, Cancellation)).ShouldBe(CommitOutcome.Done);
        return (await Register.GetAsync<Notice>(partition, row, Cancellation)).ShouldNotBeNull();
    }
}
