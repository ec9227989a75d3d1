using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>"Besøget falder på Kr. himmelfartsdag: holder I fast?" Both sides are asked, about a whole holiday at once. What nobody calls off stands.</summary>
internal sealed class AskAboutHoliday(string side, HolidayPeriod period) : SideStep(side)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-holiday";

    private const string All = "all";
    private const string None = "none";
    private const string Some = "some";
    private const string Silent = "silent";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    protected override string Suffix => Mark(Side, period);

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-holiday", "hto-holiday-reminder");

    /// <inheritdoc />
    public override string Silence => Silent;

    private DateOnly First => period.Visits[0].On;

    /// <summary>The word for a side's answer about a period.</summary>
    public static string Mark(string side, HolidayPeriod period) => $"{side}-{HtoWords.Iso(period.From)}";

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyCourse @case) => new DatedPlan([new(First.AddDays(-7), DecisionStep.Remind), new(First.AddDays(-2), DecisionStep.Deadline)]);

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { IsOver: false } && @case.HolidaysAsked.Contains(period.From) && !@case.HolidaysAnswered.Contains(Mark(Side, period)) && period.Standing.Count > 0;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FamilyCourse @case, string language) => [new("holiday", period.Name.In(language))];

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual($"Ses I, når det er {period.Name.Danish}?", $"Will you meet during {period.Name.English}?").In(language),
        [new Bilingual("Den faste aftale falder på de dage, der står her. Siger ingen fra, gælder aftalen. Begge sider bliver spurgt, og I får besked, hvis noget bliver aflyst.", "Your weekly appointment falls on the days below. If nobody says no, it stands. Both sides are asked, and you are told if anything is cancelled.").In(language)],
        [
            new(All, new Bilingual("Ja, vi ses som aftalt", "Yes, we meet as agreed").In(language)),
            new(None, (period.Standing.Count == 1 ? new Bilingual("Nej, ikke denne gang", "No, not this time") : new Bilingual("Nej, ingen af dagene", "No, none of the days")).In(language)),
            .. period.Standing.Count > 1 ? [new StepChoice(Some, new Bilingual("Kun de dage, vi har sat kryds ved", "Only the days we have ticked").In(language))] : Array.Empty<StepChoice>(),
        ])
    {
        Facts = [.. period.Standing.Select(v => new StepFact(new Bilingual("Besøg", "Visit").In(language), HtoWords.When(v.On, v.From, language)))],
        Inputs = period.Standing.Count > 1 ? [.. period.Standing.Select(v => new StepInput(Field(v), new Bilingual($"Vi ses {HtoWords.When(v.On, v.From, "da")}", $"We meet on {HtoWords.When(v.On, v.From, "en")}").In(language), StepInputKind.Tick))] : [],
    };

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer == Some && period.Standing.Count > 1)
        {
            var off = period.Standing.Where(v => form.Field(Field(v)).Length == 0).Select(v => HtoWords.Iso(v.Week)).ToList();
            return off.Count == period.Standing.Count
                ? StepReply.Wrong.At(Field(period.Standing[0]), "Sæt kryds ved de dage, I ses, eller vælg “Nej, ingen af dagene”.", "Tick the days you meet, or choose “No, none of the days”.")
                : new StepReply.Given(off.Count == 0 ? All : Some, null, off);
        }

        return form.Answer == None ? new StepReply.Given(None, null, [.. period.Standing.Select(v => HtoWords.Iso(v.Week))]) : StepReply.OneOf(form, All);
    }

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        var next = @case with { HolidaysAnswered = [.. @case.HolidaysAnswered, Mark(Side, period)] };
        var off = period.Standing.Where(v => answer.Values.Contains(HtoWords.Iso(v.Week))).ToList();
        return off.Count == 0 ? next : off.Aggregate(next with { Changes = next.Changes + 1 }, (course, v) => VisitPlan.With(course, v with { State = VisitState.Off }));
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => Line(answer);

    /// <summary>The line of an answer.</summary>
    public static Bilingual Line(string answer) => answer switch
    {
        All => new("Aftalen gælder også i ferien.", "The appointment stands during the holiday too."),
        None => new("Besøgene i ferien er aflyst.", "The visits in the holiday are cancelled."),
        Some => new("Nogle af besøgene i ferien er aflyst.", "Some of the visits in the holiday are cancelled."),
        _ => new("Ingen sagde fra, så aftalen gælder også i ferien.", "Nobody said no, so the appointment stands during the holiday too."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new($"at I siger, om I ses, når det er {period.Name.Danish}", $"you to say whether you meet during {period.Name.English}");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Side == Sides.Family
        ? new($"at venskabsfamilien svarer om {period.Name.Danish}", $"the friend family to answer about {period.Name.English}")
        : new($"at barnets side svarer om {period.Name.Danish}", $"the child's side to answer about {period.Name.English}");

    private static string Field(Visit visit) => "day-" + HtoWords.Iso(visit.Week);
}
