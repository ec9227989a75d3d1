using Husrum.Core.Language;

namespace Husrum.Core.Forms;

/// <summary>Something in a form that a person must mend, told beside its field.</summary>
/// <param name="Field">The form field's name as it is posted: <c>email</c>, <c>lines[0].amount</c>, <c>receipts</c>; empty for the form as a whole.</param>
/// <param name="Danish">What to do, in Danish.</param>
/// <param name="English">The same in English.</param>
public sealed record FieldProblem(string Field, string Danish, string English)
{
    /// <summary>The text in a language; Danish for anything that is not English.</summary>
    public string In(string? language) => new Bilingual(Danish, English).In(language);

    /// <summary>A text that was written for a value, beside the field it was read from.</summary>
    public static FieldProblem At(string field, Bilingual text) => new(field, text.Danish, text.English);
}
