using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>A proposal to a family and to a child's side: yes from both, a first meeting, and a year begins; or the next one, without saying why (seed 004_bab00eb426d4101c).</summary>
public sealed class MatchProcess(Organisation organisation, MatchOutcome outcome) : CaseProcess<FamilyMatch>
{
    private const int MonthsKept = 12;

    internal const string Prefix = "match:";

    /// <inheritdoc />
    public override string Name => "hto-match";

    /// <inheritdoc />
    public override string IdPrefix => "m-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => FamilyMatch_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<FamilyMatch>> Steps { get; } =
    [
        new AskMatch(Sides.Family), new AskMatch(Sides.Child),
        new OfferFirstMeeting(organisation), new PickFirstMeeting(Sides.Child), new PickFirstMeeting(Sides.Family), new RecordFirstMeeting(organisation),
    ];

    /// <inheritdoc />
    public override Bilingual Kind => new("Match", "Match");

    /// <inheritdoc />
    public override Bilingual StandsAt(FamilyMatch @case) => @case.StateWord switch
    {
        "Off" => new("Det blev ikke til noget denne gang.", "It did not work out this time."),
        "Started" => new("Forløbet er begyndt.", "The year has begun."),
        "Arranging" => new("Begge har sagt ja. Vi aftaler det første møde.", "Both have said yes. We are arranging the first meeting."),
        _ => new("Begge er spurgt.", "Both have been asked."),
    };

    /// <inheritdoc />
    public override Bilingual Word(string what) => what == CourseWords.ConsentWithdrawn
        ? CourseWords.Line(what)
        : new("Et forslag er sendt til begge.", "A proposal has been sent to both.");

    /// <inheritdoc />
    public override DateOnly? RetainUntil(FamilyMatch @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(FamilyMatch old, FamilyMatch next)
    {
        if (old.First is null && next.First is not null)
            yield return CaseMessage.ToParties("hto-match-referrer", next.Side(Sides.Referrer), "agreed");
        if (!old.IsOff && next.IsOff)
        {
            // whoever said no knows; the other side hears that it came to nothing, and not why
            string[] told = next.FamilyYes == false ? [Sides.Child] : next.ChildYes == false ? [Sides.Family] : [Sides.Child, Sides.Family];
            yield return CaseMessage.ToParties("hto-match-off", next.Parties.Where(p => told.Contains(p.Side)), "off");
        }

        if (!old.IsFirstConfirmed && next is { IsFirstConfirmed: true, First.Booked: { } time })
            yield return CaseMessage.ToParties("hto-match-booked", next.Parties.Where(p => p.Side is Sides.Child or Sides.Family), $"booked-{next.Changes}", l => [new("when", DateWords.Moment(time, l))]) with { LinksToStatus = true };
    }

    /// <inheritdoc />
    public override Task SettleAsync(FamilyMatch @case, CancellationToken cancellation) => outcome.SettleAsync(@case, cancellation);
}
