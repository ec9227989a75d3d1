using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>Who changes their mind on the way, at any step of it, over HTTP.</summary>
public sealed class WithdrawalTests : IAsyncLifetime
{
    private readonly OwnRehearsal _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(0)] // the address is not confirmed yet
    [InlineData(1)] // the coordinator is to offer times
    [InlineData(2)] // times are offered
    [InlineData(3)] // the conversation is booked
    [InlineData(4)] // declaration, certificate and course are asked for
    [InlineData(5)] // the certificate is ordered, the police wait for the consent
    [InlineData(6)] // a certificate is noted, the other is under way
    [InlineData(7)] // the course is booked
    [InlineData(8)] // the course is over, nobody has noted who came
    [InlineData(9)] // the coordinator is to decide
    public async Task Withdrawn_after_any_step_nothing_more_comes_to_anybody(int steps)
    {
        const string name = "Ilse Bro";
        const string mailbox = "ilse@post.example";
        await _site.ApplyForAsync(name, "venskabsfamilie");
        foreach (var step in _site.WayOf(name).Take(steps))
            await step();
        await _site.ApplyForAsync(name, "venskabsfamilie"); // the link to the open application comes to the one who applies again
        using var guest = _site.Guest();
        var own = await guest.GetAsync(await _site.LinkToAsync(mailbox, "volunteer-again"));
        var done = await own.PressAsync(("", ""), having: "t");
        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Text.ShouldContain("trukket ansøgningen tilbage");
        await _site.SettleAsync();
        var (theirs, hers) = ((await _site.MailsAsync(mailbox)).Count, VolunteerWay.About(await _site.MailsAsync(VolunteerWay.Karen), name));
        using var karen = await _site.StaffAsync(VolunteerWay.Karen);
        (await karen.GetAsync("/opgaver")).Text.ShouldNotContain(name);
        await _site.TurnToAsync("2027-02-15T12:00");
        (await _site.MailsAsync(mailbox)).Count.ShouldBe(theirs);
        VolunteerWay.About(await _site.MailsAsync(VolunteerWay.Karen), name).ShouldBe(hers);
    }

    [Fact]
    public async Task Withdrawn_when_the_decision_was_made_already_there_is_nothing_to_withdraw_and_the_way_out_is_the_farewell()
    {
        var page = await _site.WelcomedAsync("Ilse Bro");
        using var guest = _site.Guest();
        var own = await guest.GetAsync(await _site.LinkToAsync("ilse@post.example", "volunteer-course-booked"));
        own.Page.QuerySelector("main form").ShouldBeNull();
        var farewell = await (await guest.GetAsync(page)).PressAsync(("", ""), [("lastDay", "2026-11-30")], having: "lastDay");
        farewell.Status.ShouldBe(HttpStatusCode.OK);
        await _site.SettleAsync();
        await _site.AnswerAsync("ilse@post.example", "farewell-noted", null, "stay");
        (await _site.MailsAsync(VolunteerWay.Karen)).ShouldContain(mail => mail.Template == "farewell-stays" && mail.Text.Contains("Ilse Bro", StringComparison.Ordinal));
        await (await guest.GetAsync(page)).PressAsync(("", ""), [("lastDay", "")], having: "lastDay"); // today, at once
        await _site.SettleAsync();
        await _site.TurnToAsync("2026-11-12T08:00");
        (await _site.MailsAsync("ilse@post.example"))[^1].Template.ShouldBe("farewell-thanks");
        (await guest.GetAsync(page)).Text.ShouldContain("Du er stoppet som frivillig");
    }
}
