using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>The family says with one tap whether they met. There is no field for what they did: that stays between them and the child (rules-and-sources.md 0.6).</summary>
internal sealed class TellHowItWent(Visit visit) : SideStep(Sides.Family)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-met";

    private const string Met = "met";
    private const string NotMet = "not-met";
    private const string Silent = "silent";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    protected override string Suffix => HtoWords.Iso(visit.Week);

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-met", "hto-met-reminder");

    /// <inheritdoc />
    public override string Silence => Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyCourse @case) => new DatedPlan([new(visit.On.AddDays(2), DecisionStep.Remind), new(visit.On.AddDays(5), DecisionStep.Deadline)]);

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => !@case.IsOver && @case.Visits.Any(v => v.Week == visit.Week && v.State == VisitState.Over);

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FamilyCourse @case, string language) => [new("when", HtoWords.When(visit.On, visit.From, language))];

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Blev besøget til noget?", "Did the visit take place?").In(language),
        [
            new Bilingual($"Det var aftalt til {HtoWords.When(visit.On, visit.From, "da")}. Et tryk er nok. Vi skriver ikke ned, hvad I lavede.", $"It was agreed for {HtoWords.When(visit.On, visit.From, "en")}. One tap is enough. We do not write down what you did.").In(language),
            new Bilingual("Er I bekymrede for noget, så brug “Vi er bekymrede” på jeres side, eller ring til os.", "If something worries you, use “We are worried” on your page, or call us.").In(language),
        ],
        [
            new(Met, new Bilingual("Ja, vi sås", "Yes, we met").In(language)),
            new(NotMet, new Bilingual("Nej, det blev ikke til noget", "No, it did not happen").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Met, NotMet);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        var kept = @case.Visits.First(v => v.Week == visit.Week);
        return VisitPlan.With(@case, kept with { State = answer.Word switch { Met => VisitState.Met, NotMet => VisitState.NotMet, _ => VisitState.Unheard } });
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => Line(answer);

    /// <summary>The line of an answer.</summary>
    public static Bilingual Line(string answer) => answer switch
    {
        Met => new("Besøget blev holdt.", "The visit took place."),
        NotMet => new("Besøget blev ikke til noget.", "The visit did not take place."),
        _ => new("Vi hørte ikke, om besøget blev holdt.", "We did not hear whether the visit took place."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at I siger, om besøget blev til noget", "you to say whether the visit took place");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at venskabsfamilien siger, om besøget blev til noget", "the friend family to say whether the visit took place");
}
