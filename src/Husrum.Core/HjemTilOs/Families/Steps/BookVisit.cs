using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The family picks one of the times, or asks for others.</summary>
internal sealed class BookVisit(Organisation organisation) : ContactStep(organisation)
{
    private const string Others = "others";
    private const string Booked = "booked";

    /// <inheritdoc />
    protected override string Subject => "book";

    /// <inheritdoc />
    public override StepTexts Texts => base.Texts with { SmsFrom = 1 };

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case is { State: FamilyState.Visiting, Visit: { Booked: null, Offered.Count: > 0 } };

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvornår må vi besøge jer?", "When may we visit you?").In(language),
        [new Bilingual("Vi kommer hjem til jer og taler med hele familien. Vælg en tid, hvor I alle kan være der.", "We come to your home and talk with the whole family. Pick a time when all of you can be there.").In(language)],
        [
            .. @case.Visit.Offered.Where(t => t > now).Select(t => new StepChoice(TimesReading.Write(t), DateWords.Moment(t, language))),
            new(Others, new Bilingual("Ingen af tiderne passer os", "None of these times suits us").In(language), new Bilingual("Så foreslår koordinatoren nogle andre.", "Then the coordinator will suggest others.").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer == Others)
            return new StepReply.Given(Others);
        return @case.Visit.Offered.Any(t => t > now && TimesReading.Write(t) == form.Answer) ? new StepReply.Given(Booked, null, [form.Answer]) : StepReply.Wrong.NoChoice;
    }

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => answer.Word switch
    {
        Booked => @case with { Visit = @case.Visit with { Booked = TimesReading.Parse(answer.Values[0]) } },
        Others => (@case with { Visit = new HomeVisit() }).Again("family-times", Question),
        _ => @case with { State = FamilyState.Lapsed },
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Booked => new("Tiden til besøget er valgt.", "The time of the visit is chosen."),
        Others => new("Ingen af tiderne passede, så koordinatoren foreslår nye.", "None of the times suited, so the coordinator suggests others."),
        _ => new("Der kom ikke svar på, hvornår vi kunne besøge familien, så ansøgningen er lukket.", "There was no answer about when we could visit the family, so the application is closed."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du vælger en tid til besøget", "you to pick a time for the visit");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at familien vælger en tid til besøget", "the family to pick a time for the visit");
}
