using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The coordinator records how the conversation went. Asked an hour after it began.</summary>
internal sealed class HoldConversation(Organisation organisation) : CoordinatorStep(organisation)
{
    private const string GoOn = "go-on";
    private const string NotHeld = "not-held";

    /// <inheritdoc />
    public override string Question => "volunteer-talk";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, hvordan samtalen gik", "to record how the conversation went");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case is { State: ApplicationState.Talking, Conversation.Booked: not null };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(VolunteerApplication @case) => @case.Conversation.Booked?.AddHours(1);

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvordan gik samtalen?", "How did the conversation go?").In(language),
        [new Bilingual("Vi gemmer kun dit svar, ikke hvad I talte om.", "We keep only your answer, not what you talked about.").In(language)],
        [
            new(GoOn, new Bilingual("Godt. Vi går videre", "Well. We go on").In(language), new Bilingual("Ansøgeren får besked om tavshedserklæring, introkursus og eventuelle attester.", "The applicant is told about the declaration, the intro course and any certificates.").In(language)),
            new(NotHeld, new Bilingual("Den blev ikke til noget", "It did not take place").In(language), new Bilingual("Du bliver bedt om at tilbyde nye tider.", "You will be asked to offer new times.").In(language)),
            new(ApplicationWords.Reject, new Bilingual("Sig nej tak", "Turn the application down").In(language), new Bilingual("Ansøgeren får et venligt afslag.", "The applicant gets a kind no.").In(language)),
        ])
    { Facts = Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) =>
        StepReply.OneOf(form, GoOn, NotHeld, ApplicationWords.Reject);

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word switch
    {
        GoOn => Readiness.Settle(@case with
        {
            State = ApplicationState.Preparing,
            Conversation = @case.Conversation with { HeldOn = answer.Today },
            Certificates = [.. CertificateRules.For(@case.Content.Functions.Select(f => Organisation.Volunteering?.Function(f)).OfType<VolunteerFunction>()).Select(kind => new CertificateNote(kind))],
        }),
        NotHeld => (@case with { Conversation = new Conversation() }).Again("volunteer-times", "volunteer-book", Question),
        _ => Rejected(@case),
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        GoOn => new("Samtalen er holdt, og vi går videre.", "The conversation was held, and we go on."),
        NotHeld => new("Samtalen blev ikke til noget. Vi finder en ny tid.", "The conversation did not take place. We will find a new time."),
        _ => new("Koordinatoren har sagt nej tak efter samtalen.", "The coordinator turned the application down after the conversation."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("samtalen", "the conversation");
}
