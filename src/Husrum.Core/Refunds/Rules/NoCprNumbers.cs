using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>We never need a CPR number and do not keep one that slips in (rules-and-sources.md 2.2; architecture: never CPR).</summary>
public static class NoCprNumbers
{
    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house) =>
        FreeText(form).Where(field => CprLike.IsIn(field.Text)).Select(field => FieldProblem.At(field.Name, CprLike.Problem));

    private static IEnumerable<(string Name, string Text)> FreeText(ClaimForm form) =>
    [
        ("name", form.Name),
        ("purpose", form.Purpose),
        .. form.Lines.Select((line, index) => ($"lines[{index}].text", line.Text)),
        ("missingReceiptStatement", form.MissingReceiptStatement),
        ("payeeName", form.PayeeName),
    ];
}
