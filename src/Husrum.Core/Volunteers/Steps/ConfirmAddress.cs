using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The applicant confirms that the e-mail address is theirs; before that nobody else is bothered.</summary>
internal sealed class ConfirmAddress(Organisation organisation) : ApplicantStep(organisation)
{
    private const string Confirm = "confirm";

    /// <inheritdoc />
    protected override string Subject => "confirm";

    /// <summary>By e-mail only: before the address is confirmed, the number may be one that anybody typed.</summary>
    public override StepTexts Texts => base.Texts with { SmsFrom = null };

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => ApplicationPlans.Applicant;

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case.State == ApplicationState.Received;

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er det dig, der vil være frivillig?", "Is it you who would like to volunteer?").In(language),
        [new Bilingual("Tryk på knappen, så ved vi, at vi har den rigtige mailadresse. Så går vi videre med din ansøgning.", "Press the button, and we know that we have the right e-mail address. Then we go on with your application.").In(language)],
        [new(Confirm, new Bilingual("Ja, det er mig", "Yes, it is me").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Confirm);

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) =>
        @case with { State = answer.Word == Confirm ? ApplicationState.Talking : ApplicationState.Lapsed };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Confirm
        ? new("Mailadressen er bekræftet.", "The e-mail address is confirmed.")
        : new("Mailadressen blev ikke bekræftet, så ansøgningen er lukket.", "The e-mail address was not confirmed, so the application is closed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du bekræfter din mailadresse", "you to confirm your e-mail address");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at ansøgeren bekræfter sin mailadresse", "the applicant to confirm their e-mail address");
}
