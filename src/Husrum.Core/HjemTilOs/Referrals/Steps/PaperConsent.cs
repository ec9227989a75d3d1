using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>
/// Staff record both declarations from a signed document, for one guardian. Asked at once where the guardian has no address or has said no; else after ten weekdays of silence, which is how a missing consent reaches a human.
/// </summary>
internal sealed class PaperConsent(Guardian guardian, int number, Organisation organisation) : ReferralTask(organisation)
{
    /// <summary>Weekdays of silence before staff are asked to help.</summary>
    public const int PatientWeekdays = 10;

    /// <summary>The answer that says that both are there.</summary>
    public const string Signed = "signed";

    private const string Ask = "ask-again";
    private const string Close = "close";
    private const string Hold = "hold";
    private const string On = "signedOn";

    /// <inheritdoc />
    public override string Question => QuestionOf(number);

    /// <summary>The question's name for the n-th guardian.</summary>
    public static string QuestionOf(int number) => $"referral-{number}-paper";

    /// <inheritdoc />
    protected override Bilingual Task => new("at hjælpe med et samtykke, der mangler", "to help with a consent that is missing");

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => SignedOnPaper.IsSought(@case, guardian.Id);

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(Referral @case) => @case.GuardianOf(guardian.Id) is { RefusedAt: null } now && (now.PersonId is not null || @case.RoundOf(Question) > 1)
        ? WallTime.ToUtc(Weekdays.Add(WallTime.LocalDate(@case.GatheringSince!.Value), PatientWeekdays), new TimeOnly(9, 0))
        : null;

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        new Bilingual("Et samtykke mangler", "A consent is missing").In(language),
        [
            (@case.GuardianOf(guardian.Id)?.RefusedAt is not null
                ? new Bilingual($"{guardian.Name} har sagt nej. Ring, hør, hvad der ligger bag, og vælg så. Ingen må presses.", $"{guardian.Name} has said no. Call, listen to what is behind it, and then choose. Nobody must be put under pressure.")
                : new Bilingual($"Vi mangler begge erklæringer fra {guardian.Name}. Ring, eller få dem underskrevet på papir gennem kommunens kontaktperson.", $"We are missing both declarations from {guardian.Name}. Call, or get them signed on paper through the municipality's contact person.")).In(language),
            new Bilingual($"Erklæringerne er i version {Organisation.HjemTilOs!.MunicipalityConsent.Version} (kommunen) og {Organisation.HjemTilOs.OwnConsent.Version} (vores).", $"The declarations are version {Organisation.HjemTilOs.MunicipalityConsent.Version} (the municipality's) and {Organisation.HjemTilOs.OwnConsent.Version} (ours).").In(language),
        ],
        [
            new(Signed, new Bilingual("Jeg har begge erklæringer underskrevet", "I have both declarations signed").In(language)),
            new(Ask, new Bilingual("Spørg igen", "Ask again").In(language), new Bilingual("Forælderen får mailen igen, hvis vi har en adresse.", "The parent gets the e-mail again if we have an address.").In(language)),
            new(Close, new Bilingual("Luk henvisningen", "Close the referral").In(language), new Bilingual("Alle, der er spurgt, får besked.", "Everybody who was asked is told.").In(language)),
        ])
    {
        Facts = Facts(@case, language, now),
        Inputs =
        [
            new(On, new Bilingual("Underskrevet den", "Signed on").In(language), StepInputKind.Date),
            new(Hold, new Bilingual("Jeg har begge papirer og gemmer dem.", "I have both papers and keep them.").In(language), StepInputKind.Tick),
        ],
    };

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Signed)
            return StepReply.OneOf(form, Ask, Close);
        var problems = new List<Forms.FieldProblem>();
        if (HeldOn.Read(form.Plain(On), WallTime.LocalDate(now)) is not { } on)
            problems.Add(HeldOn.Problem(On));
        if (form.Field(Hold).Length == 0)
            problems.Add(new(Hold, "Sæt kryds, når du har begge papirer.", "Tick the box when you have both papers."));
        return problems.Count > 0
            ? new StepReply.Wrong(problems)
            : new StepReply.Given(Signed, null, [form.Plain(On), Organisation.HjemTilOs!.MunicipalityConsent.Version, Organisation.HjemTilOs.OwnConsent.Version]);
    }

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer)
    {
        var now = @case.GuardianOf(guardian.Id)!;
        if (answer.Word == Close)
            return @case with { State = ReferralState.Rejected };
        var consent = PartyQuestion();
        if (answer.Word == Ask)
            return (@case.With(now with { RefusedAt = null }) with { GatheringSince = answer.At }).Again(consent, Question);
        var on = DateOnly.ParseExact(answer.Values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Settle(SignedOnPaper.Record(@case, guardian.Id, on, answer.Values[1], answer.Values[2], answer.By), answer);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Signed => new("Et samtykke på papir er noteret.", "A consent on paper was recorded."),
        Ask => new("En forælder bliver spurgt igen om samtykke.", "A parent is asked for consent again."),
        _ => new("Henvisningen er lukket, fordi et samtykke mangler.", "The referral was closed because a consent is missing."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("samtykke fra en forælder", "consent from a parent");

    private string PartyQuestion() => Decisions.PartyQuestions.Of(GiveConsent.Name, guardian.Id);
}
