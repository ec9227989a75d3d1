using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Organisations;
using Husrum.Functions.Pages.HjemTilOs;

namespace Husrum.Functions.Api;

/// <summary>The forms of Hjem til Os for other web sites, checked by the same rules; not there where the organisation has no such programme.</summary>
internal static class HjemTilOsApi
{
    public const string Families = "/api/friend-families";
    public const string Referrals = "/api/referrals";

    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Organisation>().HjemTilOs is null)
            return;
        routes.MapPost(Families, (HttpContext http, CaseFormApi api, FamilyIntake intake) => api.AnswerAsync(http, ApiProblems.InvalidApplication, (posted, id, language) => intake.SubmitAsync(FamilyFormBinding.Read(posted, id, language.Code), http.RequestAborted)))
            .TakesForms()
            .DescribeForm("SendFriendFamily", "Send a family's application to be a friend family", "Takes an application and writes to the one who applies, who confirms the address by link; nobody else in the family is written to before that. Repeating the request with the same Idempotency-Key and content is harmless.", FormSchemas.FriendFamily);
        routes.MapPost(Referrals, (HttpContext http, CaseFormApi api, ReferralIntake intake) => api.AnswerAsync(http, ApiProblems.InvalidReferral, (posted, id, language) => intake.SubmitAsync(new ReferralForm(id, Fields(posted), language.Code), http.RequestAborted)))
            .TakesForms()
            .DescribeForm("SendReferral", "Send a child's referral to Hjem til Os", "Takes a referral and writes to the referrer, who confirms it by link; parents are asked for their consent only after that. Repeating the request with the same Idempotency-Key and content is harmless.", FormSchemas.Referral);
    }

    private static Dictionary<string, string> Fields(IFormCollection posted) => ReferralFields.All.ToDictionary(name => name, name => posted[name].Count == 0 ? "" : posted[name][0] ?? "");
}
