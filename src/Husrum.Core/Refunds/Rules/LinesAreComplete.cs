using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>What was bought and what it cost, line by line, so that it can be held against the receipts. Seed 000_bdc1a1e861ad6537.txt, "indkøb" (X1); house rule as to lines.</summary>
public static class LinesAreComplete
{
    /// <summary>Characters of a line's text at most.</summary>
    public const int Longest = 200;

    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        var lines = Filled(form).ToList();
        if (lines.Count == 0)
            yield return new("lines[0].text", "Skriv mindst én linje: hvad du købte, og hvad det kostede.", "Please write at least one line: what you bought and what it cost.");
        if (lines.Count > house.Settings.MostLines)
            yield return new("lines", $"Der kan højst være {house.Settings.MostLines} linjer. Del det gerne i to udlæg.", $"There can be at most {house.Settings.MostLines} lines. Please split it into two claims.");
        foreach (var (index, line) in lines)
        {
            var text = TypedText.Plain(line.Text);
            if (text.Length == 0)
                yield return new($"lines[{index}].text", "Skriv, hvad du købte.", "Please write what you bought.");
            else if (text.Length > Longest)
                yield return new($"lines[{index}].text", $"Skriv det lidt kortere (højst {Longest} tegn).", $"Please make it a little shorter (at most {Longest} characters).");
            if (Kroner.Read(line.Amount) is { IsOk: false } amount)
                yield return FieldProblem.At($"lines[{index}].amount", amount.Problem);
        }
    }

    /// <summary>The lines with something in them, with their place in the form.</summary>
    public static IEnumerable<(int Index, ClaimFormLine Line)> Filled(ClaimForm form) =>
        form.Lines.Select((line, index) => (index, line)).Where(l => !string.IsNullOrWhiteSpace(l.line.Text) || !string.IsNullOrWhiteSpace(l.line.Amount));
}
