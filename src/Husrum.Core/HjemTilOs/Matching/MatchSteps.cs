using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>A step asked of one side of a match.</summary>
internal abstract class MatchSideStep(string side) : CaseStep<FamilyMatch>
{
    protected string Side { get; } = side;

    /// <inheritdoc />
    public abstract override string Kind { get; }

    /// <inheritdoc />
    public sealed override string Question => PartyQuestions.Of(Kind, Side);

    /// <inheritdoc />
    public sealed override StepAudience Audience => StepAudience.Party;

    /// <inheritdoc />
    public sealed override IReadOnlyList<string> AsksParties(FamilyMatch @case) => [.. @case.Side(Side).Select(p => p.PersonId)];

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyMatch @case) => new DecisionPlan { Steps = [new(3, DecisionStep.Remind), new(6, DecisionStep.Remind)], InsistEveryWeekdays = 5 };
}

/// <summary>A task for staff in a match.</summary>
internal abstract class MatchTask(Organisation organisation) : StaffStep<FamilyMatch>(organisation)
{
    /// <inheritdoc />
    public override StepTexts Texts => HtoMessages.StaffTask;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FamilyMatch @case, string language) => [.. base.Fields(@case, language), new("reference", HtoWords.Reference(@case.Id))];

    /// <inheritdoc />
    public override Bilingual WaitsFor => Task;
}

/// <summary>"Venskabsfamilien og barnets forældre/kontaktperson får forslag til match" (seed 004_bab00eb426d4101c). Either may say no without saying why.</summary>
internal sealed class AskMatch(string side) : MatchSideStep(side)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-match-ask";

    private const string Yes = "yes";
    private const string No = "no";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-match", "hto-match-reminder");

    /// <inheritdoc />
    public override bool IsOpen(FamilyMatch @case) => !@case.IsClosed && (Side == Sides.Family ? @case.FamilyYes : @case.ChildYes) is null;

    /// <inheritdoc />
    public override StepPage Page(FamilyMatch @case, string language, DateTimeOffset now) => new(
        (Side == Sides.Family ? new Bilingual("Vil I møde dette barn?", "Would you like to meet this child?") : new Bilingual("Vil I møde denne familie?", "Would you like to meet this family?")).In(language),
        [
            new Bilingual("Læs det, der står her, og tal om det hjemme. Siger begge sider ja, aftaler vi et første møde i familiens hjem.", "Read what is written here and talk about it at home. If both sides say yes, we arrange a first meeting in the family's home.").In(language),
            new Bilingual("Det er helt i orden at sige nej, og I behøver ikke sige hvorfor. Vil I vide mere først, så ring til os.", "It is quite all right to say no, and you need not say why. If you would like to know more first, please call us.").In(language),
            new Bilingual("Det, der står her, er kun til jer. Fortæl det ikke videre.", "What is written here is for you alone. Please do not pass it on.").In(language),
        ],
        [new(Yes, new Bilingual("Ja, det vil vi gerne", "Yes, we would like to").In(language)), new(No, new Bilingual("Nej, ikke denne gang", "No, not this time").In(language))])
    {
        Facts = [new((Side == Sides.Family ? new Bilingual("Om barnet", "About the child") : new Bilingual("Om familien", "About the family")).In(language), Side == Sides.Family ? @case.ForFamily : @case.ForChild)],
    };

    /// <inheritdoc />
    public override StepReply Read(FamilyMatch @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Yes, No);

    /// <inheritdoc />
    public override FamilyMatch After(FamilyMatch @case, StepAnswer answer)
    {
        var yes = answer.Word == Yes;
        var next = Side == Sides.Family ? @case with { FamilyYes = yes } : @case with { ChildYes = yes };
        return !yes ? next with { IsOff = true } : next is { FamilyYes: true, ChildYes: true } ? next with { First = new Meeting() } : next;
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Yes ? new("I har sagt ja til at mødes.", "You have said yes to meeting.") : new("I har sagt nej denne gang.", "You have said no this time.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at I siger ja eller nej til at mødes", "you to say yes or no to meeting");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Side == Sides.Family ? new("at familien svarer på forslaget", "the family to answer the proposal") : new("at barnets side svarer på forslaget", "the child's side to answer the proposal");
}

/// <summary>Both have said yes: staff offer times for the first meeting, in the family's home (seed 004_bab00eb426d4101c).</summary>
internal sealed class OfferFirstMeeting(Organisation organisation) : MatchTask(organisation)
{
    private const string Offer = "offer";
    private const string Place = "place";

    /// <inheritdoc />
    public override string Question => "hto-match-offer";

    /// <inheritdoc />
    protected override Bilingual Task => new("at tilbyde tider til et første møde", "to offer times for a first meeting");

    /// <inheritdoc />
    public override bool IsOpen(FamilyMatch @case) => @case is { IsClosed: false, First: { Offered.Count: 0, Booked: null } };

    /// <inheritdoc />
    public override StepPage Page(FamilyMatch @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tilbyd tider til et første møde", "Offer times for a first meeting").In(language),
        [new Bilingual("Mødet er i familiens hjem, med barnet, forældrene eller kontaktpersonen, familien og en af jer. Barnets side vælger en tid, og familien siger, om den passer dem.", "The meeting is in the family's home, with the child, the parents or contact person, the family and one of you. The child's side picks a time, and the family says whether it suits them.").In(language)],
        [new(Offer, new Bilingual("Tilbyd tiderne", "Offer these times").In(language))])
    { Inputs = TimesReading.Inputs(Place, language) };

    /// <inheritdoc />
    public override StepReply Read(FamilyMatch @case, StepForm form, DateTimeOffset now) => form.Answer == Offer ? TimesReading.Read(form, Place, now) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override FamilyMatch After(FamilyMatch @case, StepAnswer answer) => @case with { First = new Meeting { Place = answer.Values[0], Offered = [.. answer.Values.Skip(1).Select(TimesReading.Parse)] }, IsFirstConfirmed = false };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Der er tilbudt tider til et første møde.", "Times were offered for a first meeting.");
}

/// <summary>The child's side picks a time; then the family says whether it suits them.</summary>
internal sealed class PickFirstMeeting(string side) : MatchSideStep(side)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-match-time";

    private const string Others = "others";
    private const string Booked = "booked";
    private const string Fits = "fits";

    private bool Picks => Side == Sides.Child;

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-match-times", "hto-match-times-reminder") { SmsFrom = 1 };

    /// <inheritdoc />
    public override bool IsOpen(FamilyMatch @case) => @case is { IsClosed: false, First.Offered.Count: > 0, IsFirstConfirmed: false } && (@case.First.Booked is null) == Picks;

    /// <inheritdoc />
    public override StepPage Page(FamilyMatch @case, string language, DateTimeOffset now) => new(
        (Picks ? new Bilingual("Hvornår kan I mødes første gang?", "When can you meet for the first time?") : new Bilingual("Passer tiden jer?", "Does the time suit you?")).In(language),
        [new Bilingual("Mødet er i familiens hjem, og en af os er med. Her aftaler I også den faste dag, og hvem der henter og bringer.", "The meeting is in the family's home, and one of us is there. There you also agree on the weekly day, and who fetches and brings.").In(language)],
        Picks
            ? [.. @case.First!.Offered.Where(t => t > now).Select(t => new StepChoice(TimesReading.Write(t), DateWords.Moment(t, language))), new(Others, new Bilingual("Ingen af tiderne passer os", "None of the times suits us").In(language))]
            : [new(Fits, new Bilingual($"Ja, {DateWords.Moment(@case.First!.Booked!.Value, "da")} passer", $"Yes, {DateWords.Moment(@case.First.Booked.Value, "en")} suits us").In(language)), new(Others, new Bilingual("Nej, foreslå en anden tid", "No, suggest another time").In(language))])
    { Facts = [new(new Bilingual("Sted", "Place").In(language), @case.First!.Place)] };

    /// <inheritdoc />
    public override StepReply Read(FamilyMatch @case, StepForm form, DateTimeOffset now)
    {
        if (!Picks || form.Answer == Others)
            return StepReply.OneOf(form, Fits, Others);
        return @case.First!.Offered.Any(t => t > now && TimesReading.Write(t) == form.Answer) ? new StepReply.Given(Booked, null, [form.Answer]) : StepReply.Wrong.NoChoice;
    }

    /// <inheritdoc />
    public override FamilyMatch After(FamilyMatch @case, StepAnswer answer) => answer.Word switch
    {
        Booked => @case with { First = @case.First! with { Booked = TimesReading.Parse(answer.Values[0]) } },
        Fits => @case with { IsFirstConfirmed = true, Changes = @case.Changes + 1 },
        _ => MatchChanges.OfferAgain(@case),
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Booked => new("Der er valgt en tid til det første møde.", "A time was picked for the first meeting."),
        Fits => new("Tiden til det første møde passer begge.", "The time of the first meeting suits both."),
        _ => new("Tiderne passede ikke, så der kommer nye.", "The times did not suit everybody, so there will be new ones."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at I siger, hvornår I kan mødes", "you to say when you can meet");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Picks ? new("at barnets side vælger en tid til det første møde", "the child's side to pick a time for the first meeting") : new("at familien siger, om tiden passer", "the family to say whether the time suits");
}
