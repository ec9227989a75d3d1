using System.Net;
using Husrum.Core.People;
using Husrum.Functions.SignIn;
using Husrum.Functions.Tests.Pages;

namespace Husrum.Functions.Tests.SignIn;

public sealed class AccountSignInTests(AccountSite site, AccountOrLinkSite either, PagesSite ordinary) : IClassFixture<AccountSite>, IClassFixture<AccountOrLinkSite>, IClassFixture<PagesSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_staff_member_gets_in_by_their_account_and_may_do_what_the_register_says()
    {
        var id = await site.EmployAsync("mette@konto.example", "Mette Vang", StaffRole.Treasurer);
        using var guest = site.Guest(Accounts.Header("Mette@Konto.example", more: ("roles", "Leader")));
        var inside = await EnterAsync(guest);
        (inside.Status, inside.Location).ShouldBe((HttpStatusCode.SeeOther, "/udbetalinger"));
        (await inside.FollowAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await guest.GetAsync("/medarbejdere")).Status.ShouldBe(HttpStatusCode.Forbidden); // a role of the directory's is none of ours

        await site.Part<StaffDirectory>().PutAsync(id, [StaffRole.Coordinator], ["aarhus"], cancellation: Cancellation);
        (await guest.GetAsync("/udbetalinger")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Looking_at_the_page_signs_nobody_in()
    {
        await site.EmployAsync("ser@konto.example", "Ser Kun", StaffRole.Treasurer);
        using var guest = site.Guest(Accounts.Header("ser@konto.example"));
        (await guest.GetAsync(SignInLinks.Path)).Answer.Headers.Contains("Set-Cookie").ShouldBe(true); // the form's protection
        (await guest.GetAsync("/udbetalinger")).Location.ShouldBe(SignInLinks.Path);
    }

    [Fact]
    public async Task Whoever_has_not_been_asked_by_the_platform_is_sent_there()
    {
        using var guest = site.Guest(null);
        var page = await guest.GetAsync(SignInLinks.Path);
        page.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/.auth/login/aad?post_login_redirect_uri=%2Flog-ind");
    }

    [Fact]
    public async Task Somebody_whom_nobody_registered_is_told_whom_to_ask()
    {
        using var guest = site.Guest(Accounts.Header("ny@konto.example"));
        var page = await EnterAsync(guest);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Text.ShouldContain("ny@konto.example");
        page.Text.ShouldContain("@husrum.example"); // the organisation's mailbox
        page.Page.QuerySelector("main a.button")!.GetAttribute("href")!.ShouldStartWith("/.auth/logout");
        (await guest.GetAsync("/opgaver")).Location.ShouldBe(SignInLinks.Path);
    }

    [Fact]
    public async Task A_volunteer_with_an_account_is_no_staff()
    {
        await site.Part<PersonDirectory>().FindOrCreateByEmailAsync("ida@konto.example", "Ida Holm", "da", cancellation: Cancellation);
        using var guest = site.Guest(Accounts.Header("ida@konto.example"));
        (await EnterAsync(guest)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_session_ends_with_the_account_behind_it_and_opens_for_no_other()
    {
        await site.EmployAsync("sigrid@konto.example", "Sigrid Lund", StaffRole.Treasurer);
        using var guest = site.Guest(Accounts.Header("sigrid@konto.example"));
        await EnterAsync(guest);
        (await guest.GetAsync("/udbetalinger")).Status.ShouldBe(HttpStatusCode.OK);
        var headers = guest.Http.DefaultRequestHeaders;
        headers.Remove(ClientPrincipal.Header);
        headers.Add(ClientPrincipal.Header, Accounts.Header("sigrid@konto.example", account: "another"));
        (await guest.GetAsync("/udbetalinger")).Location.ShouldBe(SignInLinks.Path);
    }

    [Fact]
    public async Task Signing_out_says_that_the_account_is_still_there_and_leads_on()
    {
        await site.EmployAsync("ude@konto.example", "Ude Nu", StaffRole.Treasurer);
        using var guest = site.Guest(Accounts.Header("ude@konto.example"));
        await EnterAsync(guest);
        var page = await (await guest.GetAsync("/udbetalinger")).PressAsync(("", ""), having: "/log-ud");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.QuerySelector("nav.menu").ShouldBeNull();
        page.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/.auth/logout?post_logout_redirect_uri=%2Flog-ind");
        (await guest.GetAsync("/udbetalinger")).Location.ShouldBe(SignInLinks.Path);
    }

    [Fact]
    public async Task Where_accounts_alone_sign_in_a_link_opens_nothing()
    {
        await site.EmployAsync("link@konto.example", "Link Lund", StaffRole.Treasurer);
        var token = await site.Part<SignInLinks>().IssueAsync("link@konto.example", Cancellation);
        using var guest = site.Guest(null);
        (await guest.GetAsync($"{SignInLinks.Path}?t={token}")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var known = site.Guest(Accounts.Header("ukendt@konto.example"));
        var page = await known.GetAsync(SignInLinks.Path);
        (await page.PressAsync(("", ""), [("t", token!)])).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await known.GetAsync("/udbetalinger")).Location.ShouldBe(SignInLinks.Path);
    }

    [Fact]
    public async Task Where_both_sign_in_a_link_does_and_its_session_needs_no_account()
    {
        await either.EmployAsync("begge@konto.example", "Begge Dele", StaffRole.Treasurer);
        var token = await either.Part<SignInLinks>().IssueAsync("begge@konto.example", Cancellation);
        using var guest = either.Guest(null);
        var page = await guest.GetAsync(SignInLinks.Path);
        (page.Page.QuerySelector("main [name='email']"), page.Page.QuerySelector("main a.button")).ShouldSatisfyAllConditions(it => it.Item1.ShouldNotBeNull(), it => it.Item2.ShouldNotBeNull());
        await (await guest.GetAsync($"{SignInLinks.Path}?t={token}")).PressAsync(("", ""));
        (await guest.GetAsync("/udbetalinger")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Where_the_platform_does_not_ask_the_header_is_anybodys_and_opens_nothing()
    {
        var operatorsAddress = FirstStart.Operator; // is staff from the first start on
        using var guest = ordinary.Guest();
        guest.Http.DefaultRequestHeaders.Add(ClientPrincipal.Header, Accounts.Header("mette@konto.example", operatorsAddress, "1"));
        guest.Http.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", operatorsAddress);
        guest.Http.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-IDP", "aad");
        var page = await guest.GetAsync(SignInLinks.Path);
        page.Page.QuerySelector("main a.button").ShouldBeNull();
        await page.PressAsync(("", ""), [("account", "1"), ("email", operatorsAddress)]);
        foreach (var address in new[] { "/opgaver", "/medarbejdere", "/drift", "/postkasse", "/udbetalinger" })
            (await guest.GetAsync(address)).Location.ShouldBe(SignInLinks.Path, address);
    }

    private static async Task<Sheet> EnterAsync(Guest guest) => await (await guest.GetAsync(SignInLinks.Path)).PressAsync(("", ""), having: "account");
}
