using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>Until the last day the volunteer may change their mind; then they have stopped.</summary>
internal sealed class LastDay : CaseStep<VolunteerFarewell>
{
    private const string Stay = "stay";

    /// <inheritdoc />
    public override string Question => "farewell-last-day";

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override bool WaitsWhileAway => false;

    /// <inheritdoc />
    public override StepTexts Texts => new("farewell-noted", "farewell-noted");

    /// <inheritdoc />
    public override string Silence => "stopped";

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerFarewell @case) => new DatedPlan([new(@case.LastDay, DecisionStep.Deadline, LeaveRules.Ends)]);

    /// <inheritdoc />
    public override bool IsOpen(VolunteerFarewell @case) => @case.State == FarewellState.Leaving;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(VolunteerFarewell @case, string language) => [new("until", DateWords.Long(@case.LastDay, language))];

    /// <inheritdoc />
    public override StepPage Page(VolunteerFarewell @case, string language, DateTimeOffset now) => new(
        new Bilingual("Har du ombestemt dig?", "Have you changed your mind?").In(language),
        [new Bilingual($"Du har sagt, at din sidste dag som frivillig er {DateWords.Long(@case.LastDay, "da")}. Indtil da kan du ombestemme dig her.", $"You have said that your last day as a volunteer is {DateWords.Long(@case.LastDay, "en")}. Until then you can change your mind here.").In(language)],
        [new(Stay, new Bilingual("Ja, jeg bliver", "Yes, I am staying").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(VolunteerFarewell @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Stay);

    /// <inheritdoc />
    public override VolunteerFarewell After(VolunteerFarewell @case, StepAnswer answer) => @case with { State = answer.Word == Stay ? FarewellState.Stays : FarewellState.Stopped };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Stay ? new("Bliver alligevel.", "Is staying after all.") : new("Stoppet som frivillig.", "Stopped as a volunteer.");

    /// <inheritdoc />
    public override Bilingual AtDeadline => new("er arbejdet som frivillig slut", "the work as a volunteer is over");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("den sidste dag", "the last day");
}
