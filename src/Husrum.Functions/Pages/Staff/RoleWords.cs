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
        StaffRole.Coordinator => language.Say("godkender udlæg i sine afdelinger", "approves claims of their departments"),
        StaffRole.Deputy => language.Say("spørges, når koordinatoren ikke svarer", "is asked when the coordinator does not answer"),
        StaffRole.Treasurer => language.Say("laver betalingslister og betaler", "makes payment lists and pays"),
        StaffRole.Leader => language.Say("spørges til sidst, og om store beløb", "is asked last, and about large amounts"),
        _ => language.Say("opretter medarbejdere og ser postkassen; ser ingen sager", "keeps the staff list and sees the mailbox; sees no cases"),
    };
}
