using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>Who is paid may be another than the sender: "på den, der skal modtage pengene" (seed 000_bdc1a1e861ad6537.txt, X3). An empty name means the claimant.</summary>
public static class PayeeIsNamed
{
    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        var payee = TypedText.Plain(form.PayeeName);
        if (payee.Length > NameIsGiven.Longest)
            yield return new("payeeName", $"Navnet er for langt (højst {NameIsGiven.Longest} tegn).", $"The name is too long (at most {NameIsGiven.Longest} characters).");
        else if (payee.Length > 0 && !payee.Any(char.IsLetter))
            yield return new("payeeName", "Skriv navnet på den, der skal have pengene.", "Please write the name of the person to be paid.");
    }

    /// <summary>The other's name; null where the claimant is paid.</summary>
    public static string? Read(ClaimForm form)
    {
        var payee = TypedText.Plain(form.PayeeName);
        return payee.Length == 0 || SameName.Is(payee, form.Name) ? null : payee;
    }
}
