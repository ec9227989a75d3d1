using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>
/// "E-mailen skal indeholde: Bilag/kvitteringer" (seed 000_bdc1a1e861ad6537.txt, X3). Where one is lost, a signed statement takes its place
/// (rules-and-sources.md 2.5: a "tro- og loveerklæring" as other organisations use).
/// </summary>
public static class ReceiptsOrStatement
{
    private const int ShortestStatement = 10;
    private const int LongestStatement = 1000;

    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        var statement = TypedText.Plain(form.MissingReceiptStatement);
        var states = form.MissingReceipt || statement.Length > 0;
        if (form.ReceiptIds.Count == 0 && !states)
            yield return new(
                "receipts",
                "Vedhæft kvitteringen (PDF, JPEG eller PNG). Er den væk, så sæt kryds ved “Jeg mangler en kvittering”.",
                "Please attach the receipt (PDF, JPEG or PNG). If it is lost, tick “I am missing a receipt”.");
        if (form.ReceiptIds.Distinct(StringComparer.Ordinal).Count() > house.Settings.MostReceipts)
            yield return new(
                "receipts",
                $"Der kan højst være {house.Settings.MostReceipts} kvitteringer. Del det gerne i to udlæg.",
                $"There can be at most {house.Settings.MostReceipts} receipts. Please split it into two claims.");
        if (states && statement.Length < ShortestStatement)
            yield return new(
                "missingReceiptStatement",
                "Skriv, hvad du købte, hvor, og hvorfor der ikke er en kvittering.",
                "Please write what you bought, where, and why there is no receipt.");
        if (statement.Length > LongestStatement)
            yield return new("missingReceiptStatement", $"Skriv det lidt kortere (højst {LongestStatement} tegn).", $"Please make it a little shorter (at most {LongestStatement} characters).");
    }
}
