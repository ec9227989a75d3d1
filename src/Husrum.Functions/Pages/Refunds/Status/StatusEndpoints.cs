using Husrum.Core.Refunds.Views;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Status;

/// <summary>The claimant's page about one claim, by link.</summary>
internal static class StatusEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/status", (HttpContext http, ClaimStatus claims) => ShowAsync(http, claims, http.Request.Query["t"], null));
        routes.MapForm("/status", WithdrawAsync).RequireRateLimiting(RateLimits.LinkForm);
        routes.MapForm("/status/konto", CorrectAccountAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, ClaimStatus claims)
    {
        var token = http.Request.Form["t"].ToString();
        return await claims.WithdrawAsync(token, http.RequestAborted) is var result && result == WithdrawResult.Gone
            ? DeadLinkPage.Result
            : await ShowAsync(http, claims, token, result);
    }

    private static async Task<IResult> CorrectAccountAsync(HttpContext http, ClaimStatus claims)
    {
        var (form, token) = (http.Request.Form, http.Request.Form["t"].ToString());
        var (registration, account) = (form["registrationNumber"].ToString(), form["accountNumber"].ToString());
        var result = await claims.CorrectAccountAsync(token, registration, account, http.RequestAborted);
        if (await claims.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return result is AccountResult.Invalid invalid
            ? new PageResult<StatusPage>(new { View = view, Token = token, Registration = registration, Account = account, Problems = new Problems(invalid.Problems) }, StatusCodes.Status422UnprocessableEntity)
            : new PageResult<StatusPage>(new { View = view, Token = token, AccountCorrected = result is AccountResult.Corrected }); // where it was too late, the page shows how it stands
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ClaimStatus claims, string? token, WithdrawResult? withdrawal)
    {
        if (string.IsNullOrEmpty(token) || await claims.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<StatusPage>(new { View = view, Token = token, Withdrawal = withdrawal });
    }
}
