using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>A volunteer who is offered a further function says yes or no; nobody is given one without being asked.</summary>
internal sealed class AcceptFunction(Organisation organisation) : CaseStep<FunctionRequest>
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <inheritdoc />
    public override string Question => "function-accept";

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override StepTexts Texts => new(FunctionMessages.Offer, FunctionMessages.OfferReminder) { SmsFrom = 2 };

    /// <inheritdoc />
    public override string Silence => "silent";

    /// <inheritdoc />
    public override IDecisionPlan Plan(FunctionRequest @case) => ApplicationPlans.Applicant;

    /// <inheritdoc />
    public override bool IsOpen(FunctionRequest @case) => @case.State == FunctionState.Offered;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FunctionRequest @case, string language) => [new("function", FunctionWords.Name(organisation, @case.FunctionId).In(language))];

    /// <inheritdoc />
    public override StepPage Page(FunctionRequest @case, string language, DateTimeOffset now) => new(
        FunctionWords.Name(organisation, @case.FunctionId).Into("Vil du også være {0}?", "Would you also like to volunteer as {0}?").In(language),
        [
            new Bilingual("Koordinatoren har spurgt, om det er noget for dig. Det er helt fint at sige nej.", "The coordinator has asked whether it is something for you. It is quite all right to say no.").In(language),
            .. @case.Certificates.Count > 0 ? [new Bilingual("Siger du ja, skal vi først bede politiet om en attest. Det hører du mere om.", "If you say yes, we must first ask the police for a certificate. You will hear more about that.").In(language)] : Array.Empty<string>(),
        ],
        [
            new(Yes, new Bilingual("Ja tak", "Yes, please").In(language)),
            new(No, new Bilingual("Nej tak", "No, thank you").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FunctionRequest @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Yes, No);

    /// <inheritdoc />
    public override FunctionRequest After(FunctionRequest @case, StepAnswer answer) => answer.Word == Yes ? FunctionRules.Settle(@case) : @case with { State = FunctionState.NotTaken };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Yes => new("Den frivillige har sagt ja.", "The volunteer has said yes."),
        No => new("Den frivillige har sagt nej tak.", "The volunteer has said no, thank you."),
        _ => new("Der kom ikke svar, så det blev ikke til noget denne gang.", "There was no answer, so it did not work out this time."),
    };

    /// <inheritdoc />
    public override Bilingual AtDeadline => new("lader vi det ligge", "we let it rest");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du siger ja eller nej", "you to say yes or no");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at den frivillige siger ja eller nej", "the volunteer to say yes or no");
}
