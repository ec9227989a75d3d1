using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>At the end of a pause the family is asked whether it is back. Silence changes nothing: it goes on pausing, and staff hear of it.</summary>
internal sealed class ComeBack(Organisation organisation) : ContactStep(organisation)
{
    private const string Back = "back";
    private const string Longer = "longer";
    private const string Stop = "stop";
    private const string Until = "until";

    /// <inheritdoc />
    protected override string Subject => "back";

    /// <inheritdoc />
    public override IDecisionPlan Plan(FriendFamily @case) => new DecisionPlan { Steps = [new(3, DecisionStep.Remind), new(8, DecisionStep.Insist)], InsistEveryWeekdays = 10 };

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case is { State: FamilyState.Paused, PausedUntil: not null, RestsForCertificate: false };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FriendFamily @case) => WallTime.ToUtc(@case.PausedUntil!.Value, new TimeOnly(9, 0));

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er I klar igen?", "Are you ready again?").In(language),
        [new Bilingual("I har holdt pause. Sig til, hvordan I har det med at begynde igen.", "You have had a break. Please tell us how you feel about starting again.").In(language)],
        [
            new(Back, new Bilingual("Ja, vi er klar", "Yes, we are ready").In(language)),
            new(Longer, new Bilingual("Vi har brug for en længere pause", "We need a longer break").In(language), new Bilingual("Skriv, til hvornår.", "Please write until when.").In(language)),
            new(Stop, new Bilingual("Vi vil gerne stoppe", "We would like to stop").In(language)),
        ])
    { Inputs = [new(Until, new Bilingual("Pause til og med (kun ved længere pause)", "Break until (only for a longer break)").In(language), StepInputKind.Date)] };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Longer)
            return StepReply.OneOf(form, Back, Stop);
        return PauseDate.Read(form.Plain(Until), WallTime.LocalDate(now)) is { } until
            ? new StepReply.Given(Longer, null, [until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)])
            : new StepReply.Wrong([PauseDate.Problem(Until)]);
    }

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => answer.Word switch
    {
        Back => @case with { State = FamilyState.Approved, PausedUntil = null },
        Longer => (@case with { PausedUntil = PauseDate.Parse(answer.Values[0]) }).Again(Question),
        _ => @case with { State = FamilyState.Stopped },
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Back => new("Pausen er slut.", "The break is over."),
        Longer => new("Pausen er forlænget.", "The break is longer now."),
        _ => new("Familien har sagt tak for nu.", "The family has said goodbye."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du siger, om I er klar igen", "you to say whether you are ready again");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at familien siger, om den er klar igen", "the family to say whether it is ready again");
}
