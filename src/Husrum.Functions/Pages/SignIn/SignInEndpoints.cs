using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.People;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.SignIn;

/// <summary>Signing in and out. Asking for a link answers alike for everybody; opening it changes nothing; its button signs in, and so does the one that takes the account the platform has checked.</summary>
internal static class SignInEndpoints
{
    /// <summary>One's own sessions.</summary>
    public const string Mine = "/mig";

    /// <summary>The field that says: by the account.</summary>
    public const string ByAccount = "account";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(SignInLinks.Path, LookAsync);
        routes.MapForm(SignInLinks.Path, PostAsync).RequireRateLimiting(RateLimits.SignIn);
        routes.MapForm("/log-ud", SignOutAsync);
        var mine = routes.MapGroup("").ForStaff();
        mine.MapPage(Mine, () => new PageResult<SessionsPage>());
        mine.MapForm(Mine + "/log-ud", SignOutEverywhereAsync);
    }

    private static async Task<IResult> LookAsync(HttpContext http, SignInLinks links, SignInWays ways)
    {
        var token = http.Request.Query["t"].ToString();
        return token.Length == 0 ? new PageResult<SignInPage>()
            : ways.ByLink && await links.IsGoodAsync(token, http.RequestAborted) ? new PageResult<EnterPage>(new { Token = token })
            : DeadLinkPage.Result;
    }

    private static async Task<IResult> PostAsync(HttpContext http, SignInLinks links, AccountSignIn accounts, SignInWays ways, StaffDirectory staff)
    {
        var form = http.Request.Form;
        if (form.ContainsKey(ByAccount) && ways.ByAccount)
            return await EnterAsync(http, accounts, staff);
        if (!ways.ByLink)
            return new PageResult<SignInPage>(null, StatusCodes.Status422UnprocessableEntity);
        return form.ContainsKey("t") ? await EnterAsync(http, links, staff, form["t"]) : await AskAsync(http, links, form["email"].ToString());
    }

    private static async Task<IResult> AskAsync(HttpContext http, SignInLinks links, string email)
    {
        if (Email.Read(email) is { IsOk: false } wrong)
            return new PageResult<SignInPage>(new { Email = email, Problems = new Problems([FieldProblem.At("email", wrong.Problem)]) }, StatusCodes.Status422UnprocessableEntity);
        await links.RequestAsync(email, http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        return new PageResult<LinkSentPage>(new { Email = email });
    }

    private static async Task<IResult> EnterAsync(HttpContext http, SignInLinks links, StaffDirectory staff, string? token)
    {
        if (await links.UseAsync(token, http.RequestAborted) is not { } ticket)
            return DeadLinkPage.Result;
        return await BeginAsync(http, staff, ticket);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, AccountSignIn accounts, StaffDirectory staff)
    {
        if (accounts.AccountOf(http.Request) is not { } account)
            return new PageResult<SignInPage>(null, StatusCodes.Status422UnprocessableEntity);
        return await accounts.EnterAsync(account, http.RequestAborted) is { } ticket
            ? await BeginAsync(http, staff, ticket)
            : new PageResult<UnknownAccountPage>(new { Address = account.Addresses is [var first, ..] ? first : null }, StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, StaffDirectory staff, StaffTicket ticket)
    {
        await StaffCookie.SignInAsync(http, ticket);
        return new SeeOther(HomeOf((await staff.GetAsync(ticket.PersonId, http.RequestAborted))?.Value.Roles ?? []));
    }

    // the platform's own sign-out leads to another site, which a form of ours may not do: it is a link on the page
    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        var isByAccount = StaffCookie.IsByAccount(http);
        await StaffCookie.SignOutAsync(http);
        return isByAccount ? new PageResult<SignedOutPage>() : new SeeOther("/");
    }

    private static async Task<SeeOther> SignOutEverywhereAsync(HttpContext http, StaffDirectory staff, IStaffSession session)
    {
        await staff.SignOutEverywhereAsync(session.Current!.PersonId, CancellationToken.None);
        await StaffCookie.SignOutAsync(http);
        return new SeeOther(SignInLinks.Path);
    }

    private static string HomeOf(IReadOnlyList<StaffRole> roles) =>
        roles.Any(role => role is StaffRole.Coordinator or StaffRole.Deputy or StaffRole.Leader) ? "/opgaver"
        : roles.Contains(StaffRole.Treasurer) ? "/udbetalinger"
        : roles.Contains(StaffRole.Operator) ? "/medarbejdere"
        : "/opgaver";
}
