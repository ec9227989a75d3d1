using System.Security.Claims;
using Husrum.Core.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Husrum.Functions.SignIn;

/// <summary>
/// The session's cookie. It holds the ids of person and session, a stamp and the id of the account that began it, and nothing else; whether the session goes on and what they may do is read
/// from the register with each request, so that a session that was ended (also in a copy of the cookie) and a role that was taken away are gone at once.
/// </summary>
internal static class StaffCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Session = "session";
    private const string Stamp = "stamp";
    private const string Account = "account";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "medarbejder";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.TimeProvider = TimeProvider.System; // a clock that is turned signs nobody out
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = SignInLinks.Path; // an address of ours, and nothing of where they came from
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Begins a session.</summary>
    public static Task SignInAsync(HttpContext http, StaffTicket ticket)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, ticket.PersonId), new Claim(Session, ticket.SessionId), new Claim(Stamp, ticket.SecurityStamp)], Scheme);
        if (ticket.Account is not null)
            identity.AddClaim(new Claim(Account, ticket.Account));
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Ends this session: in the register, so that no copy of its cookie opens anything, and in this browser.</summary>
    public static async Task SignOutAsync(HttpContext http)
    {
        if (http.User is { } user && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } personId && user.FindFirstValue(Session) is { } sessionId)
            await http.RequestServices.GetRequiredService<StaffSessions>().EndAsync(personId, sessionId, http.RequestAborted);
        await http.SignOutAsync(Scheme);
        http.RequestServices.GetRequiredService<StaffSession>().Current = null;
    }

    /// <summary>True where the session was begun by an account, which the platform still knows after it has ended.</summary>
    public static bool IsByAccount(HttpContext http) => http.User.HasClaim(claim => claim.Type == Account);

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var personId = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var person = personId.Length == 0 ? null : await services.GetRequiredService<PersonDirectory>().GetAsync(personId, context.HttpContext.RequestAborted);
        var staff = person is null ? null : await services.GetRequiredService<StaffDirectory>().GetAsync(personId, context.HttpContext.RequestAborted);
        if (staff is null || !services.GetRequiredService<AccountSignIn>().GoesOn(context.Principal?.FindFirstValue(Account), context.HttpContext.Request)
            || staff.Value.SecurityStamp != context.Principal?.FindFirstValue(Stamp)
            || !await services.GetRequiredService<StaffSessions>().GoesOnAsync(personId, context.Principal?.FindFirstValue(Session), context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        services.GetRequiredService<StaffSession>().Current = new SignedInStaff(personId, person!.Value.Name, staff.Value.Roles, staff.Value.Departments);
    }
}
