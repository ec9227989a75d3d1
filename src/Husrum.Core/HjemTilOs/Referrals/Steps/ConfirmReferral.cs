using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>The referrer confirms the address and that they sent it; before that nobody else is written to.</summary>
internal sealed class ConfirmReferral(CaseParty referrer, Organisation organisation) : PartyStep<Referral>(referrer)
{
    /// <summary>The kind.</summary>
    public const string Name = "referral-confirm";

    private const string Confirm = "confirm";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override StepTexts Texts => new(Name, Name + "-reminder");

    /// <inheritdoc />
    public override string Silence => ReferralWords.Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(Referral @case) => ApplicationPlans.Applicant;

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => @case.State == ReferralState.Received;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(Referral @case, string language) => [new("reference", @case.Reference)];

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er henvisningen fra dig?", "Is the referral from you?").In(language),
        [new Bilingual($"Tryk på knappen, så går vi videre med henvisning {@case.Reference}. Først derefter skriver vi til andre.", $"Press the button, and we go on with referral {@case.Reference}. We write to nobody else before that.").In(language)],
        [new(Confirm, new Bilingual("Ja, den er fra mig", "Yes, it is from me").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Confirm);

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer) => answer.Word != Confirm ? @case with { State = ReferralState.Lapsed }
        : @case.Doubts.Count > 0 ? @case with { State = ReferralState.Assessing }
        : ReferralReadiness.Begin(@case, answer.At, organisation.HjemTilOs!.WaitingMonths);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Confirm
        ? new("Henviseren har bekræftet henvisningen.", "The referrer has confirmed the referral.")
        : new("Henvisningen blev ikke bekræftet, så den er lukket.", "The referral was not confirmed, so it is closed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du bekræfter henvisningen", "you to confirm the referral");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at henviseren bekræfter henvisningen", "the referrer to confirm the referral");
}
