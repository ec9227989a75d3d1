using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>Visits rest and nobody knows until when: staff see to it, and say when they go on. After a withdrawn consent or a crisis that is asked at once.</summary>
internal sealed class EndPause(Organisation organisation) : CourseTask(organisation)
{
    private const string GoOn = "go-on";
    private const string Stop = "stop";

    /// <inheritdoc />
    public override string Question => "hto-resume";

    /// <inheritdoc />
    protected override Bilingual Task => new("at høre, om besøgene kan gå i gang igen", "to hear whether the visits can start again");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { IsOver: false, Ending: null, Pauses: [.., { IsOver: false, Until: null, Reason: not PauseReason.Certificate }] };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FamilyCourse @case) => IsGrave(@case) ? null : Milestones.Moment(@case.Pauses[^1].From.AddDays(14));

    /// <inheritdoc />
    public override bool AtOnce(FamilyCourse @case) => IsGrave(@case);

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Kan besøgene gå i gang igen?", "Can the visits start again?").In(language),
        [(@case.Pauses[^1].Reason == PauseReason.Consent
            ? new Bilingual("Et samtykke er trukket tilbage. Besøgene er stoppet, indtil der igen er samtykke fra alle, der har forældremyndighed. Ring til begge sider i dag.", "A consent was withdrawn. The visits have stopped until there is consent again from everybody who has custody. Please call both sides today.")
            : new Bilingual("Besøgene er sat på pause. Ring, og hør, hvordan det går. Året går videre, og I bliver spurgt, om det skal forlænges.", "The visits are paused. Call and hear how things are. The year goes on, and you will be asked whether to make it longer.")).In(language)],
        [
            new(GoOn, new Bilingual("Ja, fra i dag", "Yes, from today").In(language), new Bilingual("Begge sider får besked.", "Both sides are told.").In(language)),
            new(Stop, new Bilingual("Nej, forløbet slutter", "No, the visits end").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, GoOn, Stop);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        var again = @case.Again(Question);
        if (answer.Word == GoOn)
            return CourseChanges.Resume(again, answer.Today);
        var reason = @case.Pauses[^1].Reason switch { PauseReason.Consent => EndingReason.Consent, PauseReason.Crisis => EndingReason.Crisis, PauseReason.Moving => EndingReason.Moved, _ => EndingReason.Family };
        return CourseEnd.Begin(again, reason, answer.Today, answer.Today);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == GoOn ? new("Besøgene går i gang igen.", "The visits start again.") : new("Forløbet slutter.", "The visits end.");

    private static bool IsGrave(FamilyCourse course) => course.Pauses is [.., { Reason: PauseReason.Consent or PauseReason.Crisis }];
}

/// <summary>After a pause staff say whether the year is prolonged by it. The seeds do not say; so it is asked (rules-and-sources.md 1.13 no. 7).</summary>
internal sealed class ProlongYear(Organisation organisation) : CourseTask(organisation)
{
    private const string Prolong = "prolong";
    private const string Keep = "keep";

    /// <inheritdoc />
    public override string Question => "hto-prolong";

    /// <inheritdoc />
    protected override Bilingual Task => new("at sige, om året skal forlænges efter pausen", "to say whether the year is made longer after the pause");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { AsksToProlong: true, IsOver: false, Ending: null };

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now)
    {
        var days = CourseChanges.DaysPaused(@case);
        var (ends, then) = (Milestones.Anniversary(@case), Milestones.Anniversary(@case).AddDays(days));
        return new(
            new Bilingual("Skal året forlænges?", "Should the year be longer?").In(language),
            [new Bilingual($"Pausen varede {days} dage. Året slutter nu {DateWords.Long(ends, "da")}. Tal med begge sider først.", $"The pause lasted {days} days. The year now ends on {DateWords.Long(ends, "en")}. Talk with both sides first.").In(language)],
            [
                new(Prolong, new Bilingual($"Ja, til {DateWords.Long(then, "da")}", $"Yes, until {DateWords.Long(then, "en")}").In(language), new Bilingual("Begge sider får besked.", "Both sides are told.").In(language)),
                new(Keep, new Bilingual("Nej, det slutter som aftalt", "No, it ends as agreed").In(language)),
            ]);
    }

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Prolong, Keep);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        var next = (@case with { AsksToProlong = false }).Again(Question);
        return answer.Word == Prolong ? next with { ProlongedDays = next.ProlongedDays + CourseChanges.DaysPaused(@case), Changes = next.Changes + 1 } : next;
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Prolong ? new("Året er forlænget på grund af pausen.", "The year is longer because of the pause.") : new("Året slutter som aftalt.", "The year ends as agreed.");
}
