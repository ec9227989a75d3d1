using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The declaration of confidentiality: an unconditional demand that lasts for life (seed 000_bdc1a1e861ad6537). The text is the organisation's; version, language and time are kept.</summary>
internal sealed class SignDeclaration(Organisation organisation) : ApplicantStep(organisation)
{
    private const string Signed = "signed";
    private const string Agree = "agree";

    /// <inheritdoc />
    protected override string Subject => "declaration";

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => ApplicationPlans.Patient;

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case is { State: ApplicationState.Preparing, Declaration: null };

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tavshedserklæring", "Declaration of confidentiality").In(language),
        [.. Volunteering.Declaration.Text.In(language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        [new(Signed, new Bilingual("Jeg skriver under", "I sign").In(language))])
    {
        Inputs = [new(Agree, new Bilingual("Jeg har læst erklæringen og lover at holde den, også når jeg ikke længere er frivillig.", "I have read the declaration and promise to keep it, also when I am no longer a volunteer.").In(language), StepInputKind.Tick)],
    };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Signed)
            return StepReply.Wrong.NoChoice;
        return form.Field(Agree).Length > 0
            ? new StepReply.Given(Signed, null, [Volunteering.Declaration.Version])
            : StepReply.Wrong.At(Agree, "Sæt kryds, når du har læst erklæringen.", "Tick the box when you have read the declaration.");
    }

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word == Signed
        ? Readiness.Settle(@case with { Declaration = new SignedDeclaration(answer.Values[0], @case.Content.Language, answer.At) })
        : @case with { State = ApplicationState.Lapsed };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Signed
        ? new("Tavshedserklæringen er skrevet under.", "The declaration of confidentiality is signed.")
        : new("Tavshedserklæringen blev ikke skrevet under, så ansøgningen er lukket.", "The declaration of confidentiality was not signed, so the application is closed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du skriver under på tavshedserklæringen", "you to sign the declaration of confidentiality");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at ansøgeren skriver under på tavshedserklæringen", "the applicant to sign the declaration of confidentiality");
}
