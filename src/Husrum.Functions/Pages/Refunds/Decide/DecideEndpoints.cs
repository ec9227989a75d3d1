using Husrum.Core.Forms;
using Husrum.Core.Refunds.Views;
using Husrum.Functions.Pages.Refunds.Receipts;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Decide;

/// <summary>The approver's page, by link. Looking changes nothing; the form is answered once.</summary>
internal static class DecideEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/afgoer", LookAsync);
        routes.MapForm("/afgoer", AnswerAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    private static async Task<IResult> LookAsync(HttpContext http, ClaimDecisions decisions, ReceiptPass pass)
    {
        var token = http.Request.Query["t"].ToString();
        if (token.Length == 0 || await decisions.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        pass.Give(http, view.Claim.Id, view.Claim.ReceiptIds);
        return new PageResult<DecidePage>(new { View = view, Token = token });
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, ClaimDecisions decisions)
    {
        var form = http.Request.Form;
        var token = form["t"].ToString();
        var input = new DecisionInput(form["decision"].ToString(), form["reason"].ToString(), form["amount"].ToString());
        var result = await decisions.DecideAsync(token, input, http.RequestAborted);
        if (result is DecideResult.Gone || await decisions.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return result switch
        {
            DecideResult.Decided decided => new PageResult<DecidedPage>(new { View = view, Decision = decided.Decision, Now = true }),
            DecideResult.AlreadyDecided decided => new PageResult<DecidedPage>(new { View = view, Decision = decided.Decision }, StatusCodes.Status409Conflict),
            DecideResult.NotAllowed no => Again(new Problems([new FieldProblem("", no.Why.Danish, no.Why.English)]), StatusCodes.Status403Forbidden),
            DecideResult.Invalid invalid => Again(new Problems(invalid.Problems), StatusCodes.Status422UnprocessableEntity),
            _ => DeadLinkPage.Result,
        };

        PageResult<DecidePage> Again(Problems problems, int status) => new(new { View = view, Token = token, Input = input, Problems = problems }, status);
    }
}
