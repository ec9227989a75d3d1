using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A consent was withdrawn: everything pauses, and staff talk with the parents before anything more happens (rules-and-sources.md 1.13 no. 8).</summary>
internal sealed class TalkAfterWithdrawal(Organisation organisation) : ReferralTask(organisation)
{
    private const string Ask = "ask-again";
    private const string Close = "close";

    /// <inheritdoc />
    public override string Question => "referral-withdrawn";

    /// <inheritdoc />
    protected override Bilingual Task => new("at tale med en familie, der har taget et samtykke tilbage", "to talk with a family that has taken a consent back");

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => @case.State == ReferralState.ConsentWithdrawn;

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        new Bilingual("Et samtykke er taget tilbage", "A consent has been taken back").In(language),
        [new Bilingual("Alt holder pause, også besøg. Tal med forældrene og med kommunens kontaktperson. Ingen må presses.", "Everything pauses, visits too. Talk with the parents and with the municipality's contact person. Nobody must be put under pressure.").In(language)],
        [
            new(Ask, new Bilingual("Spørg om samtykke igen", "Ask for consent again").In(language), new Bilingual("Kun efter en samtale med den, der tog det tilbage.", "Only after a talk with the one who took it back.").In(language)),
            new(Close, new Bilingual("Det slutter her", "It ends here").In(language), new Bilingual("Har barnet en venskabsfamilie, slutter forløbet.", "If the child has a friend family, the visits end.").In(language)),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Ask, Close);

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer)
    {
        if (answer.Word == Close)
            return @case with { State = ReferralState.Withdrawn };
        string[] again = [.. @case.Guardians.Where(guardian => !guardian.HasConsented()).Select(guardian => Decisions.PartyQuestions.Of(GiveConsent.Name, guardian.Id)),
            .. @case.Guardians.Select((_, index) => PaperConsent.QuestionOf(index + 1)), Question];
        return (@case with { State = ReferralState.Gathering, GatheringSince = answer.At, Guardians = [.. @case.Guardians.Select(guardian => guardian with { RefusedAt = null })] }).Again(again);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Ask
        ? new("Efter en samtale bliver der spurgt om samtykke igen.", "After a talk, consent is asked for again.")
        : new("Efter en samtale slutter det her.", "After a talk, it ends here.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("en samtale om det samtykke, der blev taget tilbage", "a talk about the consent that was taken back");
}
