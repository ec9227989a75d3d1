using Husrum.Core.Formats;
using Husrum.Core.Forms;

namespace Husrum.Core.Cases;

/// <summary>What was posted to a step, as typed.</summary>
/// <param name="Answer">The choice; empty where none was made.</param>
/// <param name="Fields">The rest, by name.</param>
public sealed record StepForm(string Answer, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The name of the field that carries the choice.</summary>
    public const string AnswerField = "answer";

    /// <summary>The name of the field that says in which language the page was.</summary>
    public const string LanguageField = "sprog";

    /// <summary>The language in which the page was read, where the form says so.</summary>
    public string ReadIn(string otherwise) => Field(LanguageField) is { Length: > 0 } language ? Language.Languages.Of(language) : otherwise;

    /// <summary>A field's text; empty where it was not posted.</summary>
    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>A field's text as it may be kept and shown.</summary>
    public string Plain(string name) => TypedText.Plain(Field(name));
}

/// <summary>What came of reading a form: an answer, or what is wrong with it.</summary>
public abstract record StepReply
{
    /// <summary>The choice, where it is one of these words.</summary>
    public static StepReply OneOf(StepForm form, params ReadOnlySpan<string> words) => words.Contains(form.Answer) ? new Given(form.Answer) : Wrong.NoChoice;

    /// <summary>An answer.</summary>
    /// <param name="Word">The choice.</param>
    /// <param name="Reason">In their words, or null.</param>
    /// <param name="Values">What else the step keeps, in its own form.</param>
    public sealed record Given(string Word, string? Reason = null, IReadOnlyList<string>? Values = null) : StepReply;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Wrong(IReadOnlyList<FieldProblem> Problems) : StepReply
    {
        /// <summary>No choice was made, or one there is not.</summary>
        public static Wrong NoChoice { get; } = new([new(StepForm.AnswerField, "Vælg et svar.", "Please choose an answer.")]);

        /// <summary>One problem.</summary>
        public static Wrong At(string field, string danish, string english) => new([new(field, danish, english)]);
    }
}
