using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>Staff record that a child visit was held: an hour after it began. What the child said is not written here. At the extra visit they record whether the child wishes another family.</summary>
internal sealed class RecordVisit(MeetingKind kind, Organisation organisation) : CourseTask(organisation)
{
    private const string Held = "held";
    private const string HeldAgain = "held-rematch";
    private const string NotHeld = "not-held";

    private bool AsksRematch => kind == MeetingKind.Extra;

    /// <inheritdoc />
    public override string Question => kind.Word + "-held";

    /// <inheritdoc />
    protected override Bilingual Task => kind.Name.Into("at skrive, at {0} er holdt", "to record that {0} was held");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => kind.Get(@case) is { Booked: not null, HeldOn: null };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FamilyCourse @case) => kind.Get(@case)?.Booked?.AddHours(1);

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        kind.Name.Into("Er {0} holdt?", "Was {0} held?").In(language),
        [
            kind.Why.In(language),
            new Bilingual("Vi gemmer kun, at I har talt sammen. Blev du bekymret for noget, så tal med en leder med det samme.", "We keep only that you have talked. If something worried you, talk with a leader at once.").In(language),
        ],
        [
            new(Held, (AsksRematch ? new Bilingual("Ja. Barnet ønsker sig ikke en ny venskabsfamilie nu", "Yes. The child would not like another friend family now") : new Bilingual("Ja, vi har talt med barnet", "Yes, we have talked with the child")).In(language)),
            .. AsksRematch ? [new StepChoice(HeldAgain, new Bilingual("Ja. Barnet ønsker sig en ny venskabsfamilie", "Yes. The child would like another friend family").In(language), new Bilingual("Barnet kommer på ventelisten igen.", "The child is put on the waiting list again.").In(language))] : Array.Empty<StepChoice>(),
            new(NotHeld, new Bilingual("Nej, det blev ikke til noget", "No, it did not happen").In(language), new Bilingual("Du bliver bedt om at tilbyde nye tider.", "You will be asked to offer new times.").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) =>
        AsksRematch ? StepReply.OneOf(form, Held, HeldAgain, NotHeld) : StepReply.OneOf(form, Held, NotHeld);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        if (answer.Word == NotHeld)
            return kind.With(@case, new Meeting()).Again(kind.Word + "-offer", Decisions.PartyQuestions.Of(kind.Word + "-book", Sides.Child), Question);
        var held = kind.With(@case, kind.Get(@case)! with { HeldOn = answer.Today });
        return AsksRematch ? CourseEnd.Done(held with { RematchWished = answer.Word == HeldAgain }, EndingRules.ExtraVisit, answer.Today) : held;
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        NotHeld => kind.Name.Into("Det blev ikke til noget med {0}. Vi finder en ny tid.", "We could not hold {0}. We will find a new time."),
        HeldAgain => kind.Name.Into("Vi har talt med barnet ved {0}. Barnet ønsker sig en ny venskabsfamilie.", "We have talked with the child at {0}. The child would like another friend family."),
        _ => kind.Name.Into("Vi har talt med barnet ved {0}.", "We have talked with the child at {0}."),
    };
}
