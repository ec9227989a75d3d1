using Husrum.Core.Formats;
using Husrum.Core.Forms;

namespace Husrum.Core.HjemTilOs;

/// <summary>What any free text of a form may be.</summary>
internal static class TextRules
{
    /// <summary>Too long, or with something that looks like a CPR number.</summary>
    public static IEnumerable<FieldProblem> Problems(int longest, params IEnumerable<(string Field, string Text)> texts)
    {
        foreach (var (field, text) in texts)
        {
            if (text.Length > longest)
                yield return new(field, $"Teksten er for lang (højst {longest} tegn).", $"The text is too long (at most {longest} characters).");
            else if (CprLike.IsIn(text))
                yield return FieldProblem.At(field, CprLike.Problem);
        }
    }
}
