using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course.Steps;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A child's year with a friend family: one afternoon a week, and nothing forgotten (seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c).</summary>
public sealed class CourseProcess(Organisation organisation, MatchOutcome outcome) : CaseProcess<FamilyCourse>
{
    /// <summary>A match file is kept so long after the farewell (rules-and-sources.md 2.2; the owner's to set).</summary>
    private const int MonthsKept = 12;

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "course:";

    /// <inheritdoc />
    public override string Name => "hto-course";

    /// <inheritdoc />
    public override string IdPrefix => "c-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => FamilyCourse_1.Name;

    /// <inheritdoc />
    public override string StatusPage => CourseDesk.Page;

    /// <summary>The steps that every course has once.</summary>
    public override IReadOnlyList<CaseStep<FamilyCourse>> Steps { get; } =
    [
        new CallAfterFirstVisit(organisation),
        new TalkAboutMisses(organisation),
        .. Milestones.Glad.Select(month => new StillGlad(month)), new TalkWithFamily(organisation),
        new OfferVisit(MeetingKind.AtFourMonths, organisation), new PickVisit(MeetingKind.AtFourMonths), new RecordVisit(MeetingKind.AtFourMonths, organisation),
        new WishForFuture(Sides.Family), new CallAboutFuture(Sides.Family, organisation), new WishForFuture(Sides.Child), new CallAboutFuture(Sides.Child, organisation),
        new WriteFuture(organisation), new ConfirmFuture(Sides.Family), new ConfirmFuture(Sides.Child),
        new EndPause(organisation), new ProlongYear(organisation),
        .. new[] { EndingRules.TellChild, EndingRules.TellFamily, EndingRules.AskRematch, EndingRules.Debrief }.Select(duty => new EndingDuty(duty, organisation)),
        new OfferVisit(MeetingKind.Extra, organisation), new PickVisit(MeetingKind.Extra), new RecordVisit(MeetingKind.Extra, organisation),
    ];

    /// <inheritdoc />
    public override IEnumerable<string> Kinds => [.. base.Kinds, TellHowItWent.Name, AskAboutHoliday.Name, AnswerMunicipality.Name];

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<FamilyCourse>> StepsOf(FamilyCourse @case) =>
    [
        .. VisitPlan.Of(@case).Where(v => v.State is not (VisitState.Planned or VisitState.Off)).Select(v => new TellHowItWent(v)),
        .. HolidayPlan.Of(@case, organisation).Where(p => @case.HolidaysAsked.Contains(p.From)).SelectMany(p => new[] { new AskAboutHoliday(Sides.Family, p), new AskAboutHoliday(Sides.Child, p) }),
        .. @case.Requests.Select(r => new AnswerMunicipality(r, organisation)),
        .. Steps,
    ];

    /// <inheritdoc />
    public override IEnumerable<CaseMoment<FamilyCourse>> MomentsOf(FamilyCourse @case) => CourseMoments.Of(@case, organisation);

    /// <inheritdoc />
    public override Bilingual Kind => new("Venskabsfamilie", "Friend family");

    /// <inheritdoc />
    public override Bilingual StandsAt(FamilyCourse @case) => @case switch
    {
        { IsClosed: true } => new("Forløbet er slut.", "The visits have ended."),
        { IsOver: true } => new("Forløbet er slut. Der er stadig noget, vi skal nå.", "The visits have ended. There is still something for us to do."),
        { Ending: not null } => new($"Forløbet slutter {DateWords.Long(@case.LastDay, "da")}.", $"The visits end on {DateWords.Long(@case.LastDay, "en")}."),
        { IsPaused: true } => new("Besøgene er på pause.", "The visits are paused."),
        _ => new($"Året slutter {DateWords.Long(@case.LastDay, "da")}.", $"The year ends on {DateWords.Long(@case.LastDay, "en")}."),
    };

    /// <inheritdoc />
    public override bool Shows(FamilyCourse @case, CaseParty party, string what) => party.Side is Sides.Child or Sides.Family && CourseWords.ForBoth.Contains(what);

    /// <inheritdoc />
    public override Bilingual Word(string what) => CourseWords.Line(what);

    /// <inheritdoc />
    public override DateOnly? RetainUntil(FamilyCourse @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override async Task SettleAsync(FamilyCourse @case, CancellationToken cancellation)
    {
        await outcome.TakenBackAsync(@case, cancellation);
        if (@case.IsClosed)
            await outcome.EndedAsync(@case, cancellation);
    }

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(FamilyCourse old, FamilyCourse next) => CourseTelling.Of(old, next, organisation);
}
