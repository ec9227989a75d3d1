using System.Net;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Tests.SignIn;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "mette@husrum.example";

    private SignInSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await SignInSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_link_signs_in_once()
    {
        await _site.EmployAsync(Email, StaffRole.Coordinator);
        var token = await _site.Links.IssueAsync(Email, Cancellation);
        using var visitor = _site.Visitor();
        (await visitor.SignInAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.WhoAsync()).ShouldBe("Mette Vang: Coordinator");

        using var thief = _site.Visitor();
        (await thief.SignInAsync(token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await thief.WhoAsync()).ShouldBe("nobody");
    }

    [Fact]
    public async Task Of_fifty_at_once_with_one_link_one_gets_in()
    {
        await _site.EmployAsync(Email, StaffRole.Coordinator);
        var token = await _site.Links.IssueAsync(Email, Cancellation);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _site.Links.UseAsync(token, Cancellation), Cancellation)));
        tickets.Count(ticket => ticket is not null).ShouldBe(1);
    }

    [Fact]
    public async Task After_half_an_hour_the_link_is_dead()
    {
        await _site.EmployAsync(Email, StaffRole.Coordinator);
        var token = await _site.Links.IssueAsync(Email, Cancellation);
        (await _site.Links.IsGoodAsync(token, Cancellation)).ShouldBeTrue();
        _site.Clock.Advance(SignInLinks.Lifetime);
        (await _site.Links.IsGoodAsync(token, Cancellation)).ShouldBeFalse();
        (await _site.Links.UseAsync(token, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_alone_and_says_nothing()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Coordinator);
        using var visitor = _site.Visitor();
        var cookie = (await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation))).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("expires"); // goes with the browser
        cookie.ShouldNotContain(id);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_request()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        (await visitor.GetAsync("/money")).Body.ShouldBe("money");

        await _site.Staff.PutAsync(id, [StaffRole.Coordinator], ["aarhus"], cancellation: Cancellation);
        (await visitor.GetAsync("/money")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GetAsync("/staff")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Log.ShouldContain(line => line.StartsWith("Warning: Refused: " + id));
        _site.Log.ShouldNotContain(line => line.Contains("Mette") || line.Contains(Email));
    }

    [Fact]
    public async Task Who_is_staff_no_longer_is_signed_out()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        var unused = await _site.Links.IssueAsync(Email, Cancellation);
        await _site.Staff.RemoveAsync(id, Cancellation);
        (await visitor.WhoAsync()).ShouldBe("nobody");
        (await _site.Links.UseAsync(unused, Cancellation)).ShouldBeNull();
        (await _site.Links.IssueAsync(Email, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_sessions_on_all_machines()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var office = _site.Visitor();
        using var phone = _site.Visitor();
        foreach (var visitor in new[] { office, phone })
            await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        await office.SignOutAsync();
        (await office.WhoAsync()).ShouldBe("nobody");
        (await phone.WhoAsync()).ShouldNotBe("nobody");
        await _site.Staff.SignOutEverywhereAsync(id, Cancellation);
        (await phone.WhoAsync()).ShouldBe("nobody");
        (await SessionsAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_cookie_that_was_copied_dies_with_the_session_it_was_copied_from()
    {
        await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var owner = _site.Visitor();
        var cookie = (await owner.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation))).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().Split(';')[0];
        using var thief = _site.Visitor(cookie);
        (await thief.WhoAsync()).ShouldBe("Mette Vang: Treasurer");

        await owner.SignOutAsync();
        (await thief.WhoAsync()).ShouldBe("nobody");
    }

    [Fact]
    public async Task Who_leaves_the_staff_and_comes_back_begins_without_sessions()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var before = _site.Visitor();
        await before.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        await _site.Staff.RemoveAsync(id, Cancellation);
        (await SessionsAsync(id)).ShouldBe(0);
        await _site.Staff.PutAsync(id, [StaffRole.Treasurer], [], cancellation: Cancellation);
        (await before.WhoAsync()).ShouldBe("nobody");
    }

    [Fact]
    public async Task A_session_ends_a_week_after_it_began_and_leaves_no_row_behind()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        _site.Machine.Advance(StaffSessions.Longest);
        (await visitor.WhoAsync()).ShouldBe("nobody");
        await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        (await SessionsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Signing_in_without_end_keeps_no_more_than_so_many_sessions()
    {
        var id = await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var first = _site.Visitor();
        await first.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        for (var i = 0; i < StaffSessions.Most; i++)
        {
            _site.Machine.Advance(TimeSpan.FromMinutes(1));
            await _site.Links.UseAsync(await _site.Links.IssueAsync(Email, Cancellation), Cancellation);
        }

        (await SessionsAsync(id)).ShouldBe(StaffSessions.Most);
        (await first.WhoAsync()).ShouldBe("nobody"); // the oldest goes
    }

    [Fact]
    public async Task A_clock_that_is_turned_signs_nobody_out()
    {
        await _site.EmployAsync(Email, StaffRole.Treasurer);
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(await _site.Links.IssueAsync(Email, Cancellation));
        _site.Clock.Advance(TimeSpan.FromDays(400));
        (await visitor.WhoAsync()).ShouldBe("Mette Vang: Treasurer");
    }

    [Fact]
    public async Task Who_is_nobody_is_sent_to_sign_in()
    {
        using var visitor = _site.Visitor();
        var (status, _, answer) = await visitor.GetAsync("/money");
        status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe("/log-ind");
    }

    [Fact]
    public async Task Asking_for_a_link_writes_one_for_staff_and_looks_alike_for_others()
    {
        await _site.EmployAsync(Email, StaffRole.Coordinator);
        await _site.People.FindOrCreateByEmailAsync("volunteer@post.example", "Ida Holm", "da", cancellation: Cancellation);
        var writes = 0;
        _site.Register.BeforeCommit = _ => writes++;
        foreach (var email in new[] { " METTE@husrum.example", "volunteer@post.example", "nobody@post.example", "no address" })
            await _site.Links.RequestAsync(email, "192.0.2.1", Cancellation);
        writes.ShouldBe(4);
        var notices = await NoticesAsync();
        (notices.ShouldHaveSingleItem().To, notices[0].Template).ShouldBe((Email, SignInMessages.SignIn));
        notices[0].Key.ShouldNotContain("mette");
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_and_nobody_asks_for_the_whole_house()
    {
        await _site.EmployAsync(Email, StaffRole.Coordinator);
        for (var i = 0; i < 30; i++)
            await _site.Links.RequestAsync(Email, $"192.0.2.{i}", Cancellation);
        (await NoticesAsync()).Count.ShouldBe(5);

        var writes = 0;
        _site.Register.BeforeCommit = _ => writes++;
        for (var i = 0; i < 30; i++)
            await _site.Links.RequestAsync($"somebody-{i}@husrum.example", "198.51.100.1", Cancellation);
        writes.ShouldBe(20);
    }

    private async Task<int> SessionsAsync(string personId) =>
        await _site.Register.QueryAsync<StaffSessionRecord>(Partitions.Person(personId), StaffSessionRecord.RowPrefix, cancellation: Cancellation).CountAsync(Cancellation);

    private async Task<List<Notice>> NoticesAsync()
    {
        var notices = new List<Notice>();
        await foreach (var place in _site.Register.QueryAsync<NoticePlace>(Partitions.NoticeIndex, cancellation: Cancellation))
            notices.Add((await _site.Register.GetAsync<Notice>(place.Value.Partition, place.Value.Row, Cancellation))!.Value);
        return notices;
    }
}
