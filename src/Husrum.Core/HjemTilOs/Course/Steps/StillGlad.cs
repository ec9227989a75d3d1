using System.Globalization;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>The family is asked now and then whether everybody at home, the children too, is still glad of it: "løbende" all must be positive, and where one is reluctant it is talked about (seed 003_c4664cb87c6aa729; rules-and-sources.md 1.7, F7). Silence changes nothing.</summary>
internal sealed class StillGlad(int month) : SideStep(Sides.Family)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-glad";

    private const string Glad = "glad";
    private const string Doubt = "talk";
    private const string Silent = "silent";
    private const int WeekdaysToRemind = 5;
    private const int DaysToAnswer = 21;

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    protected override string Suffix => month.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-glad", "hto-glad-reminder");

    /// <inheritdoc />
    public override string Silence => Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyCourse @case) => new DecisionPlan { Steps = [new(WeekdaysToRemind, DecisionStep.Remind)], DaysToAnswer = DaysToAnswer };

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { IsOver: false, Ending: null } && @case.GladAsked.Contains(month) && !@case.GladAnswered.Contains(month);

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er alle hos jer stadig glade for det?", "Is everybody in your home still glad of it?").In(language),
        [new Bilingual("Spørg alle derhjemme, også børnene. Det er helt almindeligt, at en bliver i tvivl undervejs. Så taler vi om det og hjælper jer.", "Ask everybody at home, the children too. It is quite ordinary that somebody has doubts along the way. Then we talk about it and help you.").In(language)],
        [
            new(Glad, new Bilingual("Ja, alle er glade for det", "Yes, everybody is").In(language)),
            new(Doubt, new Bilingual("En af os er i tvivl. Vi vil gerne tale med jer", "One of us has doubts. We would like to talk with you").In(language), new Bilingual("Så ringer vi.", "Then we will call.").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Glad, Doubt);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => @case with
    {
        GladAnswered = [.. @case.GladAnswered, month],
        FamilyInDoubt = @case.FamilyInDoubt || answer.Word == Doubt,
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => Line(answer);

    /// <summary>The line of an answer.</summary>
    public static Bilingual Line(string answer) => answer switch
    {
        Glad => new("Alle i venskabsfamilien er stadig glade for det.", "Everybody in the friend family is still glad of it."),
        Doubt => new("Venskabsfamilien vil gerne tale med os.", "The friend family would like to talk with us."),
        _ => new("Vi hørte ikke, om alle i venskabsfamilien stadig er glade for det.", "We did not hear whether everybody in the friend family is still glad of it."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at I siger, om alle stadig er glade for det", "you to say whether everybody is still glad of it");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at venskabsfamilien siger, om alle stadig er glade for det", "the friend family to say whether everybody is still glad of it");
}

/// <summary>Somebody in the family has doubts: staff call and offer sparring.</summary>
internal sealed class TalkWithFamily(Organisation organisation) : CourseTask(organisation)
{
    private const string Talked = "talked";

    /// <inheritdoc />
    public override string Question => "hto-glad-talk";

    /// <inheritdoc />
    protected override Bilingual Task => new("at tale med en venskabsfamilie, hvor en er i tvivl", "to talk with a friend family in which somebody has doubts");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { IsOver: false, Ending: null, FamilyInDoubt: true };

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("En i venskabsfamilien er i tvivl", "Somebody in the friend family has doubts").In(language),
        [new Bilingual("Ring, og tal med hele familien. Tilbyd sparring med den børnefaglige rådgivning. Skriv kun her, at det er gjort, ikke hvad der blev sagt.", "Call, and talk with the whole family. Offer a talk with our child advisers. Only record here that it is done, not what was said.").In(language)],
        [new(Talked, new Bilingual("Vi har talt sammen", "We have talked").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Talked);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => (@case with { FamilyInDoubt = false }).Again(Question);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Vi har talt med venskabsfamilien.", "We have talked with the friend family.");
}
