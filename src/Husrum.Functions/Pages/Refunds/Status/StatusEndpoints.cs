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
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, ClaimStatus claims)
    {
        var token = http.Request.Form["t"].ToString();
        return await claims.WithdrawAsync(token, http.RequestAborted) is var result && result == WithdrawResult.Gone
            ? DeadLinkPage.Result
            : await ShowAsync(http, claims, token, result);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ClaimStatus claims, string? token, WithdrawResult? withdrawal)
    {
        if (string.IsNullOrEmpty(token) || await claims.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<StatusPage>(new { View = view, Token = token, Withdrawal = withdrawal });
    }
}
