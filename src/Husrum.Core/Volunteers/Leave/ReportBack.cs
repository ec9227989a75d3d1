using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>The volunteer must report back themselves; nothing heard when the leave ends means stopped (seed 000_bdc1a1e861ad6537).</summary>
internal sealed class ReportBack : CaseStep<VolunteerLeave>
{
    private const string Back = "back";
    private const string Stop = "stop";
    private const string Silent = "silent";

    /// <inheritdoc />
    public override string Question => "leave-return";

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override bool WaitsWhileAway => false;

    /// <inheritdoc />
    public override StepTexts Texts => new("leave-begun", "leave-reminder");

    /// <inheritdoc />
    public override string Silence => Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerLeave @case) => LeaveRules.Plan(@case.Until);

    /// <inheritdoc />
    public override NoticeWay RemindBy(VolunteerLeave @case, DecisionMoment moment) =>
        WallTime.LocalDate(moment.Due) >= @case.Until.AddDays(-LeaveRules.SmsDaysBefore) ? NoticeWay.EmailAndSms : NoticeWay.Email;

    /// <inheritdoc />
    public override bool IsOpen(VolunteerLeave @case) => @case.State == LeaveState.Away;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(VolunteerLeave @case, string language) =>
        [new("from", DateWords.Long(@case.From, language)), new("until", DateWords.Long(@case.Until, language)), new("brief", DateWords.Short(@case.Until, language))];

    /// <inheritdoc />
    public override StepPage Page(VolunteerLeave @case, string language, DateTimeOffset now) => new(
        new Bilingual("Kommer du tilbage?", "Are you coming back?").In(language),
        [new Bilingual($"Din orlov slutter {DateWords.Long(@case.Until, "da")}. Sig til senest den dag kl. 18. Hører vi ikke fra dig, regner vi med, at du er stoppet, men du er altid velkommen til at søge igen.", $"Your leave ends on {DateWords.Long(@case.Until, "en")}. Please tell us by 18:00 that day. If we do not hear from you, we take it that you have stopped, but you are always welcome to apply again.").In(language)],
        [
            new(Back, new Bilingual("Ja, jeg er tilbage", "Yes, I am back").In(language), new Bilingual("Koordinatoren får besked og ringer til dig.", "The coordinator is told and will call you.").In(language)),
            new(Stop, new Bilingual("Nej, jeg stopper", "No, I am stopping").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(VolunteerLeave @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Back, Stop);

    /// <inheritdoc />
    public override VolunteerLeave After(VolunteerLeave @case, StepAnswer answer) => @case with { State = answer.Word == Back ? LeaveState.Returned : LeaveState.Stopped, EndedOn = answer.Today };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Back => new("Tilbage fra orlov.", "Back from leave."),
        Stop => new("Stoppet som frivillig.", "Stopped as a volunteer."),
        _ => new("Orloven sluttede, uden at vi hørte noget, så vi regner med, at du er stoppet.", "The leave ended and we heard nothing, so we take it that you have stopped."),
    };

    /// <inheritdoc />
    public override Bilingual AtDeadline => new("er arbejdet som frivillig slut", "the work as a volunteer is over");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du siger til, når du er tilbage", "you to tell us when you are back");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at den frivillige siger til, når orloven er slut", "the volunteer to tell us when the leave is over");
}
