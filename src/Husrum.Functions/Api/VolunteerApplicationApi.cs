using Husrum.Core.Volunteers.Intake;
using Husrum.Functions.Pages.Volunteers;

namespace Husrum.Functions.Api;

/// <summary>The application form for other web sites, checked by the same rules.</summary>
internal static class VolunteerApplicationApi
{
    public const string Path = "/api/volunteer-applications";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, (HttpContext http, CaseFormApi api, ApplicationIntake intake) => api.AnswerAsync(http, ApiProblems.InvalidApplication, (posted, id, language) => intake.SubmitAsync(ApplicationBinding.Read(posted, id, language.Code), http.RequestAborted)))
            .TakesForms()
            .DescribeForm("SendVolunteerApplication", "Send an application to volunteer", "Takes an application and writes to the applicant, who confirms the address by link. Repeating the request with the same Idempotency-Key and content is harmless.", FormSchemas.Application);
}
