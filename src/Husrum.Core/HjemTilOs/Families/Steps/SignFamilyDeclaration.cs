using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The declaration of confidentiality, signed by each adult by their own link. Text, version, language and time are kept; one without an address signs on paper (<see cref="PaperDeclaration"/>).</summary>
internal sealed class SignFamilyDeclaration(FriendFamily family, FamilyMember member, Organisation organisation) : MemberStep(family, member, organisation)
{
    /// <summary>What comes after "family-".</summary>
    public const string Name = "declaration";

    private const string Signed = "signed";
    private const string Agree = "agree";

    /// <inheritdoc />
    protected override string Subject => Name;

    /// <inheritdoc />
    protected override Bilingual Doing => new("skriver under på tavshedserklæringen", "sign the declaration of confidentiality");

    /// <inheritdoc />
    protected override bool IsOwed(FamilyMember member) => member is { OwesRules: true, Declaration: null, PersonId: not null };

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tavshedserklæring", "Declaration of confidentiality").In(language),
        [.. Paragraphs(Programme.Declaration, language)],
        [new(Signed, new Bilingual("Jeg skriver under", "I sign").In(language))])
    {
        Inputs = [new(Agree, new Bilingual("Jeg har læst erklæringen og lover at holde den, også når vi ikke længere er venskabsfamilie.", "I have read the declaration and promise to keep it, also when we are no longer a friend family.").In(language), StepInputKind.Tick)],
    };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Signed)
            return StepReply.Wrong.NoChoice;
        return form.Field(Agree).Length > 0
            ? new StepReply.Given(Signed, null, [form.ReadIn("da"), Programme.Declaration.Version])
            : StepReply.Wrong.At(Agree, "Sæt kryds, når du har læst erklæringen.", "Tick the box when you have read the declaration.");
    }

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => Done(@case, member => member with { Declaration = ReadNow(answer) });

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("En i husstanden har skrevet under på tavshedserklæringen.", "Somebody in the household has signed the declaration of confidentiality.");
}
