using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The applicant picks one of the times, or asks for others.</summary>
internal sealed class BookTime(Organisation organisation) : ApplicantStep(organisation)
{
    private const string Others = "others";
    private const string Booked = "booked";

    /// <inheritdoc />
    protected override string Subject => "book";

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => ApplicationPlans.Applicant;

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case is { State: ApplicationState.Talking, Conversation: { Booked: null, Offered.Count: > 0 } };

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvornår passer det dig at tale sammen?", "When would you like to talk?").In(language),
        [new Bilingual("Vælg den tid, der passer dig bedst. Så får du og koordinatoren begge besked.", "Pick the time that suits you best. Then you and the coordinator are both told.").In(language)],
        [
            .. @case.Conversation.Offered.Where(t => t > now).Select(t => new StepChoice(TimesReading.Write(t), DateWords.Moment(t, language))),
            new(Others, new Bilingual("Ingen af tiderne passer mig", "None of these times suits me").In(language), new Bilingual("Så foreslår koordinatoren nogle andre.", "Then the coordinator will suggest others.").In(language)),
        ])
    { Facts = [new(new Bilingual("Sted", "Place").In(language), @case.Conversation.Place)] };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer == Others)
            return new StepReply.Given(Others);
        return @case.Conversation.Offered.Any(t => t > now && TimesReading.Write(t) == form.Answer) ? new StepReply.Given(Booked, null, [form.Answer]) : StepReply.Wrong.NoChoice;
    }

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word switch
    {
        Booked => @case with { Conversation = @case.Conversation with { Booked = TimesReading.Parse(answer.Values[0]), BookedAt = answer.At } },
        Others => (@case with { Conversation = new Conversation() }).Again("volunteer-times", Question),
        _ => @case with { State = ApplicationState.Lapsed },
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Booked => new("Tiden til samtalen er valgt.", "The time of the conversation is chosen."),
        Others => new("Ingen af tiderne passede, så koordinatoren foreslår nye.", "None of the times suited, so the coordinator suggests others."),
        _ => new("Der kom ikke svar på, hvornår vi kunne tale sammen, så ansøgningen er lukket.", "There was no answer as to when we could talk, so the application is closed."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du vælger en tid til samtalen", "you to pick a time for the conversation");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at ansøgeren vælger en tid til samtalen", "the applicant to pick a time for the conversation");
}
