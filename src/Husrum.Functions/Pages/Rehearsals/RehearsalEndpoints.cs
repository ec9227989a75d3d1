using System.Globalization;
using System.Text;
using Husrum.Core.Calendar;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.Rehearsal;
using Husrum.Functions.Rehearsal.Printing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Husrum.Functions.Pages.Rehearsals;

/// <summary>A process rehearsed before it happens, for staff. It is posted, although it changes nothing: it costs a processor, and whoever looks at links must not start it.</summary>
internal static class RehearsalEndpoints
{
    /// <summary>Where it is.</summary>
    public const string Path = "/generalproeve";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("").ForStaff();
        staff.MapPage(Path, (TimeProvider time) => Form(new RehearsalForm { Start = WallTime.LocalDate(time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, []));
        staff.MapForm(Path, PlayAsync).RequireRateLimiting(RateLimits.Rehearsal);
    }

    private static async Task<IResult> PlayAsync(HttpContext http, RehearsalTurn turn, Organisation organisation, TimeProvider time)
    {
        var form = RehearsalForm.Read(http.Request.Form);
        var (request, problems) = RequestReading.Read(form.Typed, organisation, WallTime.LocalDate(time.GetUtcNow()));
        if (request is null)
            return Form(form, problems);
        try
        {
            var outcome = await turn.PlayAsync(request, form.Both, http.RequestAborted);
            if (outcome.Branches is not { } branches)
                return new PageResult<RehearsalBusyPage>(new { Form = form, outcome.TookTooLong }, StatusCodes.Status503ServiceUnavailable);
            return http.Request.Form["as"] == "file" ? File(branches) : new PageResult<RehearsalResultPage>(new { Form = form, Title = new Words(PageLanguage.Of(http).Code).Title(branches[^1].Result), Parts = HtmlPrint.Parts(branches) });
        }
        catch (RehearsalException e)
        {
            return Form(form, [FieldProblem.At("what-if", e.Why)]);
        }
    }

    private static FileContentHttpResult File(IReadOnlyList<Branch> branches)
    {
        var request = branches[0].Result.Request;
        return TypedResults.File(Encoding.UTF8.GetBytes(HtmlPrint.Page(branches)), "text/html; charset=utf-8", FormattableString.Invariant($"{request.Play.Name}-{request.Start:yyyy-MM-dd}.html"));
    }

    private static PageResult<RehearsalFormPage> Form(RehearsalForm form, IReadOnlyList<FieldProblem> problems) =>
        new(new { Form = form, Problems = new Problems(problems) }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
