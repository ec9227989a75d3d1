using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.People;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>Staff see which children wait and which families may suit, and propose.</summary>
internal static class MatchEndpoints
{
    private static readonly StaffRole[] Office = [StaffRole.Coordinator, StaffRole.Deputy, StaffRole.Leader];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("").ForStaff(Office);
        staff.MapPage(MatchDesk.Page, (HttpContext http, MatchDesk desk, IStaffSession session) => ShowAsync(http, desk, session, null, Problems.None));
        staff.MapForm(MatchDesk.Page, ProposeAsync);
    }

    private static async Task<IResult> ProposeAsync(HttpContext http, MatchDesk desk, IStaffSession session)
    {
        var form = http.Request.Form;
        return await desk.ProposeAsync(session.Current!.PersonId, form["referral"].ToString(), form["family"].ToString(), form["forFamily"].ToString(), form["forChild"].ToString(), http.RequestAborted) switch
        {
            ProposeResult.Proposed => new SeeOther(MatchDesk.Page),
            ProposeResult.Invalid invalid => await ShowAsync(http, desk, session, form, new Problems(invalid.Problems)),
            ProposeResult.Taken => await ShowAsync(http, desk, session, null, Problems.None, taken: true),
            _ => ErrorPages.Result(StatusCodes.Status404NotFound),
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext http, MatchDesk desk, IStaffSession session, IFormCollection? form, Problems problems, bool taken = false) => new PageResult<MatchPage>(
        new { Children = await desk.WaitingAsync(session.Current!.PersonId, http.RequestAborted), Form = form, Problems = problems, Taken = taken },
        problems.Any ? StatusCodes.Status422UnprocessableEntity : taken ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
}
