using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// How often one address may post. Generous for people, also for many behind one office's address; tight for programs,
/// because every accepted form costs messages. Counted on real time, in memory: a restart forgives.
/// </summary>
internal static class RateLimits
{
    /// <summary>The forms for claims and applications, which anybody can post.</summary>
    public const string PublicForm = "public-form";

    /// <summary>Forms behind a personal link, whose token nobody guesses: only against floods.</summary>
    public const string LinkForm = "link-form";

    /// <summary>Signing in, only against floods: how many e-mails it sends, <see cref="Husrum.Functions.SignIn.SignInThrottle"/> counts, and an office behind one address must get in on a Monday morning.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The API for other web sites.</summary>
    public const string Api = "api";

    /// <summary>Delivery reports: as many as a busy day's messages; those refused count too.</summary>
    public const string Reports = "reports";

    /// <summary>Rehearsals, each of which costs a second or two of a processor.</summary>
    public const string Rehearsal = "rehearsal";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(PublicForm, context => PerAddress(context, 120, TimeSpan.FromMinutes(1)));
        options.AddPolicy(LinkForm, context => PerAddress(context, 600, TimeSpan.FromMinutes(1)));
        options.AddPolicy(SignIn, context => PerAddress(context, 120, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Rehearsal, context => PerAddress(context, 30, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Api, context => PerAddress(context, 1200, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Reports, context => PerAddress(context, 6000, TimeSpan.FromMinutes(1)));
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 });
}
