using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families.Office;
using Husrum.Core.HjemTilOs.Referrals.Office;

namespace Husrum.Functions.Pages.Tasks;

/// <summary>The pages on which staff see the whole of a case, where it has one of its own.</summary>
internal static class CasePages
{
    /// <summary>A case's page; null where it has none, and its person's page shows it.</summary>
    public static string? PathOf(string process, string caseId) => process switch
    {
        "friend-family" => $"{FamilyOffice.Page}/{caseId}",
        "referral" => $"{ReferralOffice.Page}/{caseId}",
        "hto-course" => $"{CourseOffice.Page}/{caseId}",
        _ => null,
    };
}
