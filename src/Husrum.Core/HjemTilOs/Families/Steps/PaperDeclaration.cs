using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>Staff record a declaration that an adult without an e-mail address has signed on paper: nobody signs for another.</summary>
internal sealed class PaperDeclaration(FamilyMember member, int number, Organisation organisation) : FamilyStaffStep(organisation)
{
    private const string Signed = "signed";
    private const string Hold = "hold";

    /// <inheritdoc />
    public override string Question => QuestionOf(number);

    /// <summary>The question's name for the n-th member.</summary>
    public static string QuestionOf(int number) => $"family-{number}-paper-declaration";

    /// <inheritdoc />
    protected override Bilingual Task => new("at få en tavshedserklæring på papir", "to get a declaration of confidentiality on paper");

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => FamilyReadiness.Asks(@case) && @case.Member(member.Id) is { MovedOutOn: null, OwesRules: true, Declaration: null, PersonId: null };

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tavshedserklæring på papir", "Declaration on paper").In(language),
        [new Bilingual($"{member.Name} har ingen mailadresse hos os. Få erklæringen underskrevet på papir (version {Organisation.HjemTilOs!.Declaration.Version}), og svar her, når du har den.", $"{member.Name} has no e-mail address with us. Get the declaration signed on paper (version {Organisation.HjemTilOs.Declaration.Version}), and answer here when you have it.").In(language)],
        [new(Signed, new Bilingual("Jeg har den underskrevet", "I have it signed").In(language))])
    { Facts = Facts(@case, language, now), Inputs = [new(Hold, new Bilingual("Jeg har læst underskriften og gemmer papiret.", "I have read the signature and keep the paper.").In(language), StepInputKind.Tick)] };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Signed)
            return StepReply.Wrong.NoChoice;
        return form.Field(Hold).Length > 0 ? new StepReply.Given(Signed, null, [Organisation.HjemTilOs!.Declaration.Version]) : StepReply.Wrong.At(Hold, "Sæt kryds, når du har papiret.", "Tick the box when you have the paper.");
    }

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) =>
        FamilyReadiness.Settle(@case.With(@case.Member(member.Id)! with { Declaration = new TextRead(answer.Values[0], "da", answer.At, answer.By) }));

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("En i husstanden har skrevet under på tavshedserklæringen på papir.", "Somebody in the household has signed the declaration of confidentiality on paper.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("en tavshedserklæring på papir", "a declaration of confidentiality on paper");
}
