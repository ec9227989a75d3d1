using Husrum.Core.People;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Staff;

/// <summary>Roles in words.</summary>
internal static class RoleWords
{
    public static string Name(StaffRole role, Tongue language) => role switch
    {
        StaffRole.Coordinator => language.Say("Koordinator", "Coordinator"),
        StaffRole.Deputy => language.Say("Stedfortræder", "Deputy"),
        StaffRole.Treasurer => language.Say("Kasserer", "Treasurer"),
        StaffRole.Leader => language.Say("Landsleder", "National leader"),
        _ => language.Say("Administrator", "Operator"),
    };

    public static string Does(StaffRole role, Tongue language) => role switch
    {
        StaffRole.Coordinator => language.Say("godkender udlæg i sine afdelinger", "approves claims in their departments"),
        StaffRole.Deputy => language.Say("bliver spurgt, når koordinatoren er væk eller ikke når at svare", "is asked when the coordinator is away or has no time to answer"),
        StaffRole.Treasurer => language.Say("laver betalingslister og betaler", "makes payment lists and pays"),
        StaffRole.Leader => language.Say("bliver spurgt til sidst", "is asked last"),
        _ => language.Say("opretter medarbejdere og ser postkassen, men ikke udlæggene", "keeps the staff list and sees the mailbox, but not the claims"),
    };
}
