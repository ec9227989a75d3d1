using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.HjemTilOs.Referrals.Rules;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A holder of custody gives the two declarations of consent by their own link, each with a tick of its own; or says no (rules-and-sources.md 1.7, R4 and R7; 2.2).</summary>
internal sealed class GiveConsent(Guardian guardian, CaseParty party, Organisation organisation) : PartyStep<Referral>(party)
{
    /// <summary>The kind.</summary>
    public const string Name = "referral-consent";

    private const string Given = "given";
    private const string No = "no";
    private const string Municipality = "municipality";
    private const string Own = "own";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override StepTexts Texts => new(Name, Name + "-reminder") { SmsFrom = 2 };

    /// <summary>Reminded after 4 and 8 weekdays, and then each second week; no silence is a yes or a no. After ten weekdays staff and the municipality's contact person are asked to help.</summary>
    public override IDecisionPlan Plan(Referral @case) => new DecisionPlan { Steps = [new(4, DecisionStep.Remind), new(8, DecisionStep.Remind), .. Enumerable.Range(2, 12).Select(n => new PlannedStep(8 + (10 * (n - 1)), DecisionStep.Remind))] };

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => @case.State == ReferralState.Gathering && !ConsentRule.IsExempt(@case.Living) && @case.GuardianOf(guardian.Id) is { RefusedAt: null } now && !now.HasConsented();

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(Referral @case, string language) => [new("department", organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId)];

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        new Bilingual("Må dit barn få en venskabsfamilie?", "May your child have a friend family?").In(language),
        [
            new Bilingual($"Det gælder {@case.Child.Name}. Læs de to erklæringer. Du kan tage dit ja tilbage når som helst.", $"This is about {@case.Child.Name}. Please read the two declarations. You can take your yes back at any time.").In(language),
            new Bilingual("Kommunens erklæring:", "The municipality's declaration:").In(language),
            .. Paragraphs(organisation.HjemTilOs!.MunicipalityConsent, language),
            new Bilingual("Vores erklæring:", "Our declaration:").In(language),
            .. Paragraphs(organisation.HjemTilOs.OwnConsent, language),
        ],
        [
            new(Given, new Bilingual("Jeg siger ja", "I say yes").In(language), new Bilingual("Du får en kopi på mail.", "You get a copy by e-mail.").In(language)),
            new(No, new Bilingual("Jeg siger nej", "I say no").In(language), new Bilingual("Så sker der ikke mere, før nogen har talt med dig.", "Then nothing more happens until somebody has talked with you.").In(language)),
        ])
    {
        Inputs =
        [
            new(Municipality, new Bilingual("Ja til kommunens erklæring", "Yes to the municipality's declaration").In(language), StepInputKind.Tick),
            new(Own, new Bilingual("Ja til jeres erklæring", "Yes to your declaration").In(language), StepInputKind.Tick),
        ],
    };

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Given)
            return StepReply.OneOf(form, No);
        var missing = new[] { Municipality, Own }.Where(field => form.Field(field).Length == 0).ToList();
        return missing.Count == 0
            ? new StepReply.Given(Given, null, [form.ReadIn(guardian.Language), organisation.HjemTilOs!.MunicipalityConsent.Version, organisation.HjemTilOs.OwnConsent.Version])
            : new StepReply.Wrong([.. missing.Select(field => new Forms.FieldProblem(field, "Sæt kryds ved begge erklæringer, eller svar nej.", "Tick both declarations, or answer no."))]);
    }

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer)
    {
        var now = @case.GuardianOf(guardian.Id)!;
        if (answer.Word == No)
            return @case.With(now with { RefusedAt = answer.At });
        Consent Of(ConsentKind kind, int version) => new(kind, answer.Values[version], answer.Values[0], ConsentChannel.Link, answer.At, answer.By);
        return ReferralReadiness.Settle(@case.With(now with { Consents = [.. now.Consents, Of(ConsentKind.Municipality, 1), Of(ConsentKind.Own, 2)] }), answer.Today, organisation.HjemTilOs!.WaitingMonths);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Given
        ? new("Et samtykke er givet.", "A consent was given.")
        : new("Der er sagt nej til samtykke.", "Consent was refused.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("dit svar om samtykke", "your answer about consent");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("samtykke fra en forælder", "consent from a parent");

    private static string[] Paragraphs(Declaration text, string language) => text.Text.In(language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
