using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The coordinator decides when all is there. Rejection is a first-class outcome (seed 002_410962300ba9cc4f: "vær ikke bange for at vælge fra").</summary>
internal sealed class DecideApplication(Organisation organisation) : CoordinatorStep(organisation)
{
    private const string Approve = "approve";

    /// <inheritdoc />
    public override string Question => "volunteer-approve";

    /// <inheritdoc />
    protected override Bilingual Task => new("at sige ja eller nej til en ny frivillig", "to say yes or no to a new volunteer");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case.State == ApplicationState.Deciding;

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Skal ansøgeren være frivillig hos os?", "Shall the applicant be a volunteer with us?").In(language),
        [new Bilingual("Samtale, tavshedserklæring, introkursus og eventuelle attester er på plads.", "The conversation, the declaration, the intro course and any certificates are in place.").In(language)],
        [
            new(Approve, new Bilingual("Ja, velkommen", "Yes, welcome").In(language), new Bilingual("Velkomstmailen bliver sendt.", "The welcome mail is sent.").In(language)),
            new(ApplicationWords.Reject, new Bilingual("Nej tak", "No").In(language), new Bilingual("Ansøgeren får et venligt afslag.", "The applicant gets a kind no.").In(language)),
        ])
    { Facts = Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Approve, ApplicationWords.Reject);

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word == Approve ? @case with { State = ApplicationState.Approved } : Rejected(@case);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Approve
        ? new("Godkendt som frivillig.", "Approved as a volunteer.")
        : new("Koordinatoren har sagt nej tak til ansøgningen.", "The coordinator has turned the application down.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren siger endeligt ja eller nej", "the coordinator to give the final answer");
}
