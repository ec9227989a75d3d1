using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>The child's side picks a time for a child visit, or asks for others. Silence: staff offer anew.</summary>
internal sealed class PickVisit(MeetingKind kind) : SideStep(Sides.Child)
{
    private const string Others = "others";
    private const string Booked = "booked";
    private const string Silent = "silent";
    private const int DaysToAnswer = 10;

    /// <inheritdoc />
    public override string Kind => kind.Word + "-book";

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-times", "hto-times-reminder") { SmsFrom = 1 };

    /// <inheritdoc />
    public override string Silence => Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyCourse @case) => new DecisionPlan { Steps = [new(3, DecisionStep.Remind)], DaysToAnswer = DaysToAnswer };

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => kind.Get(@case) is { Offered.Count: > 0, Booked: null };

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvornår må vi besøge barnet?", "When may we visit the child?").In(language),
        [new Bilingual("Vi vil gerne høre barnet selv, hvordan det går. Vælg den tid, der passer bedst.", "We would like to hear from the child how things are going. Pick the time that suits best.").In(language)],
        [
            .. kind.Get(@case)!.Offered.Where(t => t > now).Select(t => new StepChoice(TimesReading.Write(t), DateWords.Moment(t, language))),
            new(Others, new Bilingual("Ingen af tiderne passer os", "None of the times suits us").In(language), new Bilingual("Så foreslår vi nogle andre.", "Then we will suggest others.").In(language)),
        ])
    { Facts = [new(new Bilingual("Sted", "Place").In(language), kind.Get(@case)!.Place)] };

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer == Others)
            return new StepReply.Given(Others);
        return kind.Get(@case)!.Offered.Any(t => t > now && TimesReading.Write(t) == form.Answer) ? new StepReply.Given(Booked, null, [form.Answer]) : StepReply.Wrong.NoChoice;
    }

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => answer.Word == Booked
        ? kind.With(@case with { Changes = @case.Changes + 1 }, kind.Get(@case)! with { Booked = TimesReading.Parse(answer.Values[0]) })
        : kind.With(@case, new Meeting()).Again(kind.Word + "-offer", Question);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Booked => kind.Name.Into("Der er valgt en tid til {0}.", "A time was picked for {0}."),
        Others => kind.Name.Into("Ingen af tiderne til {0} passede, så der kommer nye.", "None of the times for {0} suited, so there will be new ones."),
        _ => kind.Name.Into("Der kom ikke svar på tiderne til {0}, så der bliver foreslået nye.", "There was no answer about the times for {0}, so new ones will be suggested."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => kind.Name.Into("at I vælger en tid til {0}", "you to pick a time for {0}");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => kind.Name.Into("at barnets side vælger en tid til {0}", "the child's side to pick a time for {0}");
}
