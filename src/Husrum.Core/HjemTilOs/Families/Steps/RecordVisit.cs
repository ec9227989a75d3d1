using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The coordinator records that the home was visited. Asked an hour after it began. What was seen is not written down here.</summary>
internal sealed class RecordVisit(Organisation organisation) : FamilyStaffStep(organisation)
{
    private const string Held = "held";
    private const string NotHeld = "not-held";

    /// <inheritdoc />
    public override string Question => "family-visit";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, om hjemmebesøget er holdt", "to record whether the visit was made");

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case is { State: FamilyState.Visiting, Visit: { Booked: not null, VisitedOn: null } };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FriendFamily @case) => @case.Visit.Booked?.AddHours(1);

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Har du besøgt familien?", "Have you visited the family?").In(language),
        [new Bilingual("Vi gemmer kun dit svar, ikke hvad du så.", "We keep only your answer, not what you saw.").In(language)],
        [
            new(Held, new Bilingual("Ja, jeg har besøgt familien", "Yes, I have visited the family").In(language)),
            new(NotHeld, new Bilingual("Det blev ikke til noget", "It did not take place").In(language), new Bilingual("Du bliver bedt om at tilbyde nye tider.", "You will be asked to offer new times.").In(language)),
            Reject(language),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Held, NotHeld, FamilyWords.Reject);

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => answer.Word switch
    {
        Held => FamilyTalked.Settle(@case with { Visit = @case.Visit with { VisitedOn = answer.Today } }, Organisation.HjemTilOs!.Learning, answer.Today),
        NotHeld => (@case with { Visit = new HomeVisit() }).Again("family-times", "family-book", "family-interview", Question),
        _ => Rejected(@case),
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Held => new("Hjemmet er besøgt.", "The home was visited."),
        NotHeld => new("Besøget blev ikke til noget. Vi finder en ny tid.", "The visit did not take place. We will find a new time."),
        _ => new("Koordinatoren har sagt nej tak efter besøget.", "The coordinator turned the application down after the visit."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("besøget", "the visit");
}
