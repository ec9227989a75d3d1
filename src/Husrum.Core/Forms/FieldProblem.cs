namespace Husrum.Core.Forms;

/// <summary>Something in a form that a person must mend, told beside its field.</summary>
/// <param name="Field">The form field's name as it is posted: <c>email</c>, <c>lines[0].amount</c>, <c>receipts</c>; empty for the form as a whole.</param>
/// <param name="Danish">What to do, in Danish.</param>
/// <param name="English">The same in English.</param>
public sealed record FieldProblem(string Field, string Danish, string English)
{
    /// <summary>The text in a language.</summary>
    /// <param name="language"><c>en</c> for English; anything else is Danish.</param>
    public string In(string language) => language == "en" ? English : Danish;
}
