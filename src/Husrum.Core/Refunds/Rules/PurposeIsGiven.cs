using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>It must be for an activity. Seed 000_bdc1a1e861ad6537.txt: "udgifter i forbindelse med HUSRUMs aktiviteter, f.eks. indkøb af snacks til samtalegruppe" (X1).</summary>
public static class PurposeIsGiven
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 200;

    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        var purpose = TypedText.Plain(form.Purpose);
        if (purpose.Length < 3)
            yield return new("purpose", "Skriv, hvilken aktivitet det var til, for eksempel snacks til samtalegruppe.", "Please write which activity it was for, for example snacks for a conversation group.");
        else if (purpose.Length > Longest)
            yield return new("purpose", $"Skriv det lidt kortere (højst {Longest} tegn).", $"Please make it a little shorter (at most {Longest} characters).");
    }
}
