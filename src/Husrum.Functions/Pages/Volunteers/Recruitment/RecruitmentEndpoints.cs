using Husrum.Core.People;
using Husrum.Core.Volunteers.Recruitment;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.Pages.Volunteers.Files;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Volunteers.Recruitment;

/// <summary>Where the national leader asks those volunteers who have said yes to it whether they would like to do more.</summary>
internal static class RecruitmentEndpoints
{
    public const string Path = FileEndpoints.Root + "/opfordring";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ForStaff(StaffRole.Leader);
        desk.MapPage(Path, (HttpContext http, RecruitmentDesk recruitment) => ShowAsync(http, recruitment, new RecruitmentResult.Invalid([]), "", ""));
        desk.MapForm(Path, SendAsync);
    }

    private static async Task<IResult> SendAsync(HttpContext http, RecruitmentDesk recruitment, IStaffSession session)
    {
        var form = http.Request.Form;
        var (department, function) = (form["department"].ToString(), form["function"].ToString());
        return await ShowAsync(http, recruitment, await recruitment.AskAsync(session.Current!, department, function, http.RequestAborted), department, function);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, RecruitmentDesk recruitment, RecruitmentResult result, string department, string function)
    {
        var problems = new Problems(result is RecruitmentResult.Invalid invalid ? invalid.Problems : []);
        var willing = await recruitment.WillingAsync(http.RequestAborted);
        return new PageResult<RecruitmentPage>(
            new { Willing = willing, Asked = result as RecruitmentResult.Asked, Department = department, Function = function, Problems = problems },
            problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
