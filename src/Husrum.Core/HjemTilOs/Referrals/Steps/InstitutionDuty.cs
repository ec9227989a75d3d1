using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A child at a børne- or ungehjem is visited, and a start-up meeting is held with the place's leader, the child's contact person, the municipality's adviser and perhaps a parent, before a family is looked for (rules-and-sources.md 1.7, R9).</summary>
internal sealed class InstitutionDuty(bool isVisit, Organisation organisation) : ReferralTask(organisation)
{
    private const string Held = "held";
    private const string On = "heldOn";

    /// <inheritdoc />
    public override string Question => isVisit ? "referral-child-visit" : "referral-start-meeting";

    /// <inheritdoc />
    protected override Bilingual Task => isVisit
        ? new("at besøge et barn på institutionen", "to visit a child at the institution")
        : new("at holde opstartsmøde på institutionen", "to hold a start-up meeting at the institution");

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => @case.State == ReferralState.Gathering && ConsentRule.IsInstitution(@case.Living) && (isVisit ? @case.ChildVisitedOn : @case.StartUpMeetingOn) is null;

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        (isVisit ? new Bilingual("Besøg barnet på institutionen", "Visit the child at the institution") : new Bilingual("Hold opstartsmøde på institutionen", "Hold a start-up meeting at the institution")).In(language),
        [
            (isVisit
                ? new Bilingual("Aftal besøget med kontaktpersonen på stedet. Svar her, når det er holdt. Skriv ikke, hvad barnet sagde.", "Arrange the visit with the contact person of the place. Answer here when it has been made. Do not write what the child said.")
                : new Bilingual("Mødet er med stedets leder, barnets kontaktperson, den kommunale rådgiver og eventuelt en forælder. Svar her, når det er holdt.", "The meeting is with the leader of the place, the child's contact person, the municipality's adviser and perhaps a parent. Answer here when it has been held.")).In(language),
        ],
        [new(Held, new Bilingual("Det er holdt", "It was held").In(language))])
    { Facts = Facts(@case, language, now), Inputs = [new(On, new Bilingual("Hvornår?", "When?").In(language), StepInputKind.Date)] };

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Held)
            return StepReply.Wrong.NoChoice;
        return HeldOn.Read(form.Plain(On), WallTime.LocalDate(now)) is null ? new StepReply.Wrong([HeldOn.Problem(On)]) : new StepReply.Given(Held, null, [form.Plain(On)]);
    }

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer)
    {
        var on = DateOnly.ParseExact(answer.Values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Settle(isVisit ? @case with { ChildVisitedOn = on } : @case with { StartUpMeetingOn = on }, answer);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => isVisit
        ? new("Barnet er besøgt på institutionen.", "The child was visited at the institution.")
        : new("Opstartsmødet er holdt.", "The start-up meeting was held.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => isVisit ? new("et besøg hos barnet", "a visit to the child") : new("et opstartsmøde på institutionen", "a start-up meeting at the institution");
}
