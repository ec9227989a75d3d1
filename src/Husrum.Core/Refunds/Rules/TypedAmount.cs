using Husrum.Core.Formats;
using Husrum.Core.Forms;

namespace Husrum.Core.Refunds.Rules;

/// <summary>To approve money, a person types the amount in whole kroner: a mail scanner that submits forms cannot (rules-and-sources.md 2.10).</summary>
public static class TypedAmount
{
    /// <summary>Nothing where what was typed agrees with the total.</summary>
    public static IEnumerable<FieldProblem> Check(string typed, Kroner total) =>
        WholeKroner.Problem(typed, total) is { } problem ? [FieldProblem.At("amount", problem)] : [];
}
