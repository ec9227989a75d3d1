using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>A family's worry: at once to somebody by name, acknowledged, passed on where it is not; talked about; a receipt followed.</summary>
public sealed class WorryProcess(Organisation organisation) : CaseProcess<Worry>
{
    /// <summary>Kept so long (rules-and-sources.md 2.2: crisis notice 12 months).</summary>
    private const int MonthsKept = 12;

    internal const string Prefix = "worry:";

    /// <inheritdoc />
    public override string Name => "hto-worry";

    /// <inheritdoc />
    public override string IdPrefix => "b-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => FamilyWorry_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<Worry>> Steps { get; } = [new TakeWorry(organisation), new TalkAboutWorry(organisation), new SeeReceipt(organisation)];

    /// <inheritdoc />
    public override IEnumerable<CaseMoment<Worry>> MomentsOf(Worry @case) =>
        [new("told", @case.Created) { Tell = _ => [new CaseMessage("hto-worry-received", StepAudience.Person, "received") { AtOnce = true }] }];

    /// <inheritdoc />
    public override Bilingual Kind => new("Bekymring", "Worry");

    /// <inheritdoc />
    public override Bilingual StandsAt(Worry @case) => !@case.IsSeen ? new("Vi har fået jeres besked. Ved akut fare: ring 112.", "We have your message. In an emergency: call 112.")
        : !@case.IsTalked ? new("En af os har set den og ringer til jer.", "One of us has seen it and will call you.")
        : new("Vi har talt sammen.", "We have talked.");

    /// <inheritdoc />
    public override Bilingual Word(string what) => new("I fortalte os, at I er bekymrede.", "You told us that you are worried.");

    /// <inheritdoc />
    public override DateOnly? RetainUntil(Worry @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(Worry old, Worry next)
    {
        if (!old.IsSeen && next.IsSeen)
            yield return new CaseMessage("hto-worry-seen", StepAudience.Person, "seen") { AtOnce = true };
    }
}
