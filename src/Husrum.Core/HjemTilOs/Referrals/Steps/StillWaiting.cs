using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A month before a child has waited as long as it may, staff are asked whether it still should; silence closes the referral (rules-and-sources.md 2.2: a referral without a match, 12 months).</summary>
internal sealed class StillWaiting(Organisation organisation) : ReferralTask(organisation)
{
    /// <summary>The question.</summary>
    public const string Name = "referral-still";

    private const int MoreMonths = 6;
    private const string Yes = "yes";
    private const string Close = "close";

    /// <inheritdoc />
    public override string Question => Name;

    /// <inheritdoc />
    protected override Bilingual Task => new("at sige, om et barn stadig venter på en familie", "to say whether a child is still waiting for a family");

    /// <inheritdoc />
    public override string Silence => ReferralWords.Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(Referral @case) => @case.WaitUntil is { } last
        ? new DatedPlan([new(last.AddDays(-21), DecisionStep.Remind), new(last.AddDays(-14), DecisionStep.Escalate), new(last.AddDays(-7), DecisionStep.Escalate), new(last.AddDays(1), DecisionStep.Deadline)])
        : CasePlans.Staff;

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => @case is { IsWaiting: true, WaitUntil: not null };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(Referral @case) => WallTime.ToUtc(DueDates.AddMonths(@case.WaitUntil!.Value, -1), new TimeOnly(9, 0));

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        new Bilingual("Venter barnet stadig på en familie?", "Is the child still waiting for a family?").In(language),
        [new Bilingual($"Barnet har ventet siden {DateWords.Long(@case.ReadyOn!.Value, "da")}. Hører vi ikke fra dig inden {DateWords.Long(@case.WaitUntil!.Value, "da")}, lukker vi henvisningen.", $"The child has waited since {DateWords.Long(@case.ReadyOn.Value, "en")}. If we do not hear from you by {DateWords.Long(@case.WaitUntil.Value, "en")}, we close the referral.").In(language)],
        [
            new(Yes, new Bilingual("Ja, vi leder videre", "Yes, we keep looking").In(language), new Bilingual($"I {MoreMonths} måneder til. Tal med forældrene først.", $"For another {MoreMonths} months. Talk with the parents first.").In(language)),
            new(Close, new Bilingual("Nej, luk henvisningen", "No, close the referral").In(language)),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Yes, Close);

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer) => answer.Word == Yes
        ? (@case with { WaitUntil = DueDates.AddMonths(@case.WaitUntil!.Value, MoreMonths) }).Again(Question)
        : @case with { State = ReferralState.Lapsed };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Yes
        ? new("Vi leder videre efter en familie.", "We keep looking for a family.")
        : new("Der blev ikke fundet en familie, og henvisningen er lukket.", "No family was found, and the referral is closed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("en venskabsfamilie", "a friend family");
}
