using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>All adults read the samværsregler and the questions and answers (seed 003_c4664cb87c6aa729: "alle voksne har læst Samværsreglerne samt orienteret sig i dette dokument").</summary>
internal sealed class ReadRules(FriendFamily family, FamilyMember member, Organisation organisation) : MemberStep(family, member, organisation)
{
    /// <summary>What comes after "family-".</summary>
    public const string Name = "rules";

    private const string ReadIt = "read";
    private const string Rules = "rules";
    private const string Questions = "questions";

    /// <inheritdoc />
    protected override string Subject => Name;

    /// <inheritdoc />
    protected override Bilingual Doing => new("læser samværsreglerne", "read the rules");

    /// <inheritdoc />
    protected override bool IsOwed(FamilyMember member) => member is { OwesRules: true, Rules: null };

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Samværsregler, spørgsmål og svar", "Rules, questions and answers").In(language),
        [
            .. IsThroughAnother ? [new Bilingual($"Læs det sammen med {Member.Name}.", $"Please read this together with {Member.Name}.").In(language)] : Array.Empty<string>(),
            new Bilingual("Samværsreglerne:", "The rules:").In(language),
            .. Paragraphs(Programme.Rules, language),
            new Bilingual("Spørgsmål og svar:", "Questions and answers:").In(language),
            .. Paragraphs(Programme.Questions, language),
        ],
        [new(ReadIt, new Bilingual("Det er læst", "It has been read").In(language))])
    {
        Inputs =
        [
            new(Rules, (IsThroughAnother ? new Bilingual($"{Member.Name} har læst samværsreglerne.", $"{Member.Name} has read the rules.") : new Bilingual("Jeg har læst samværsreglerne.", "I have read the rules.")).In(language), StepInputKind.Tick),
            new(Questions, (IsThroughAnother ? new Bilingual($"{Member.Name} har læst spørgsmål og svar.", $"{Member.Name} has read the questions and answers.") : new Bilingual("Jeg har læst spørgsmål og svar.", "I have read the questions and answers.")).In(language), StepInputKind.Tick),
        ],
    };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != ReadIt)
            return StepReply.Wrong.NoChoice;
        var missing = new[] { Rules, Questions }.Where(field => form.Field(field).Length == 0).ToList();
        return missing.Count == 0
            ? new StepReply.Given(ReadIt, null, [form.ReadIn("da"), Programme.Rules.Version, Programme.Questions.Version])
            : new StepReply.Wrong([.. missing.Select(field => new Forms.FieldProblem(field, "Sæt kryds, når det er læst.", "Tick the box when it has been read."))]);
    }

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => Done(@case, member => member with { Rules = ReadNow(answer), Questions = ReadNow(answer, 2) });

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("En i husstanden har læst samværsregler, spørgsmål og svar.", "Somebody in the household has read the rules, the questions and the answers.");
}
