using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>What can be wished for the time after the year, by the words of a form.</summary>
internal static class FutureWishes
{
    /// <summary>Those that go on.</summary>
    public static readonly IReadOnlyList<(string Word, FutureWish Wish, Bilingual Label)> All =
    [
        ("weekly", FutureWish.Weekly, new("Ja, en fast dag om ugen", "Yes, a fixed day a week")),
        ("rarer", FutureWish.Rarer, new("Ja, men sjældnere", "Yes, but less often")),
        ("longer", FutureWish.Longer, new("Ja, men i længere tid ad gangen", "Yes, but for longer at a time")),
        ("now-and-then", FutureWish.FromTimeToTime, new("Ja, fra gang til gang", "Yes, from time to time")),
        ("stop", FutureWish.Stop, new("Nej, vi stopper efter året", "No, we stop after the year")),
    ];

    /// <summary>The wish of a word; a talk where it is none.</summary>
    public static FutureWish Of(string word) => All.FirstOrDefault(w => w.Word == word) is { Word: not null } found ? found.Wish : FutureWish.Talk;

    /// <summary>A wish in words.</summary>
    public static Bilingual Label(FutureWish wish) => All.FirstOrDefault(w => w.Wish == wish) is { Word: not null } found ? found.Label : new("Vil gerne tale om det", "Would like to talk about it");

    /// <summary>The case after a side's wish. The family's stop is an ending at its initiative; the parents' one at theirs.</summary>
    public static FamilyCourse Apply(FamilyCourse course, string side, FutureWish wish, DateOnly today)
    {
        var future = course.Future!;
        var next = course with { Future = side == Sides.Family ? future with { Family = wish } : future with { Child = wish } };
        return wish == FutureWish.Stop && next.Ending is null ? CourseEnd.Begin(next, side == Sides.Family ? EndingReason.Family : EndingReason.Parents, Milestones.Anniversary(next), today) : next;
    }

    /// <summary>True while a side is to be asked: the family first, the child's side only after it (seed 003_c4664cb87c6aa729).</summary>
    public static bool IsTurnOf(FamilyCourse course, string side) => course is { Future: { } future, IsOver: false, Ending: null }
        && (side == Sides.Family ? future.Family is null : future is { Family: not null and not FutureWish.Talk, Child: null });

    /// <summary>True while staff are to call a side.</summary>
    public static bool IsToBeCalled(FamilyCourse course, string side) => course is { Future: { } future, IsOver: false, Ending: null }
        && (side == Sides.Family ? future.Family : future.Child) == FutureWish.Talk;
}

/// <summary>A side is asked whether and how they want to go on after the year.</summary>
internal sealed class WishForFuture(string side) : SideStep(side)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-future-wish";

    private const string Talk = "talk";
    private const string Silent = "silent";
    private const int DaysToAnswer = 21;

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-future", "hto-future-reminder");

    /// <inheritdoc />
    public override string Silence => Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyCourse @case) => new DecisionPlan { Steps = [new(5, DecisionStep.Remind), new(10, DecisionStep.Remind)], DaysToAnswer = DaysToAnswer };

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => FutureWishes.IsTurnOf(@case, Side);

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FamilyCourse @case, string language) => [new("anniversary", DateWords.Long(Milestones.Anniversary(@case), language))];

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvad vil I efter året?", "What would you like after the year?").In(language),
        [
            new Bilingual($"Året slutter {DateWords.Long(Milestones.Anniversary(@case), "da")}. Derefter kan I blive ved med at ses helt privat, hvis alle har lyst. Vi er ikke længere med.", $"The year ends on {DateWords.Long(Milestones.Anniversary(@case), "en")}. After that you can go on meeting privately, if everybody wants to. We are no longer part of it.").In(language),
            Side == Sides.Family
                ? new Bilingual("Vi spørger jer først. Barnets forældre eller kontaktperson hører ikke om jeres svar, før vi har talt med jer.", "We ask you first. The child's parents or contact person do not hear about your answer before we have talked with you.").In(language)
                : new Bilingual("Svar, som I har lyst til. I er velkomne til at tale med os først.", "Answer as you wish. You are welcome to talk with us first.").In(language),
        ],
        [
            .. FutureWishes.All.Select(w => new StepChoice(w.Word, w.Label.In(language))),
            new(Talk, new Bilingual("Vi vil gerne tale med jer om det", "We would like to talk with you about it").In(language), new Bilingual("Så ringer vi.", "Then we will call.").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, [.. FutureWishes.All.Select(w => w.Word), Talk]);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => FutureWishes.Apply(@case, Side, FutureWishes.Of(answer.Word), answer.Today);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Talk => new("I vil gerne tale med os om tiden efter året.", "You would like to talk with us about the time after the year."),
        Silent => new("Der kom ikke svar om tiden efter året, så vi ringer.", "There was no answer about the time after the year, so we will call."),
        _ => new("I har svaret om tiden efter året.", "You have answered about the time after the year."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at I siger, hvad I vil efter året", "you to say what you would like after the year");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Side == Sides.Family
        ? new("at venskabsfamilien siger, hvad de vil efter året", "the friend family to say what they would like after the year")
        : new("at barnets side siger, hvad de vil efter året", "the child's side to say what they would like after the year");
}

/// <summary>Staff call a side that wants to talk, or has not answered, and record what they wish.</summary>
internal sealed class CallAboutFuture(string side, Organisation organisation) : CourseTask(organisation)
{
    /// <inheritdoc />
    public override string Question => "hto-future-call-" + side;

    /// <inheritdoc />
    protected override Bilingual Task => side == Sides.Family
        ? new("at ringe til venskabsfamilien om tiden efter året", "to call the friend family about the time after the year")
        : new("at ringe til barnets side om tiden efter året", "to call the child's side about the time after the year");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => FutureWishes.IsToBeCalled(@case, side);

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvad ønsker de efter året?", "What would they like after the year?").In(language),
        [(side == Sides.Family ? new Bilingual("Tal med familien, før I taler med barnets forældre.", "Talk with the family before you talk with the child's parents.") : new Bilingual("Tal med barnets forældre eller kontaktperson.", "Talk with the child's parents or contact person.")).In(language)],
        [.. FutureWishes.All.Select(w => new StepChoice(w.Word, w.Label.In(language)))]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, [.. FutureWishes.All.Select(w => w.Word)]);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => FutureWishes.Apply(@case, side, FutureWishes.Of(answer.Word), answer.Today);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => side == Sides.Family
        ? new("Vi har talt med venskabsfamilien om tiden efter året.", "We have talked with the friend family about the time after the year.")
        : new("Vi har talt med barnets side om tiden efter året.", "We have talked with the child's side about the time after the year.");
}
