using Husrum.Core.Formats;
using Husrum.Core.Forms;

namespace Husrum.Core.Refunds.Rules;

/// <summary>Who is turned down or sent back hears why. House rule; the claimant "hears: sent back, rejected (why)".</summary>
public static class ReasonIsGiven
{
    private const int Shortest = 3;
    private const int Longest = 500;

    /// <summary>Nothing where the reason will do.</summary>
    public static IEnumerable<FieldProblem> Check(string reason)
    {
        var text = TypedText.Plain(reason);
        if (text.Length < Shortest)
            yield return new("reason", "Skriv kort hvorfor. Den, der har sendt udlægget, kan læse det.", "Please write briefly why. The person who sent the claim can read it.");
        else if (text.Length > Longest)
            yield return new("reason", $"Skriv det lidt kortere (højst {Longest} tegn).", $"Please make it a little shorter (at most {Longest} characters).");
        else if (CprLike.IsIn(text))
            yield return FieldProblem.At("reason", CprLike.Problem);
    }
}
