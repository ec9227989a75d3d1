using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>The approver must know whose claim it is. House rule; the handbook's e-mail carried the name by itself.</summary>
public static class NameIsGiven
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 100;

    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        var name = TypedText.Plain(form.Name);
        if (!name.Any(char.IsLetter))
            yield return new("name", "Skriv dit navn.", "Please write your name.");
        else if (name.Length > Longest)
            yield return new("name", $"Navnet er for langt (højst {Longest} tegn).", $"The name is too long (at most {Longest} characters).");
    }
}
