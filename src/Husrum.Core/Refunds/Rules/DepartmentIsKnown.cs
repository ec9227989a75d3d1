using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>The claim goes to a department's coordinator. Seed 000_bdc1a1e861ad6537.txt, "Få penge retur for udlæg": the mailbox of the city (X2).</summary>
public static class DepartmentIsKnown
{
    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        if (house.Organisation.Department(form.Department.Trim()) is null)
            yield return new("department", "Vælg den afdeling, udlægget hører til.", "Please choose the department the claim belongs to.");
    }
}
