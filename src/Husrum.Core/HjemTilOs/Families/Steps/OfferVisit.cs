using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The coordinator offers times for the visit of the home and the interview, or turns the family down at once (rules-and-sources.md 1.7, F3).</summary>
internal sealed class OfferVisit(Organisation organisation) : FamilyStaffStep(organisation)
{
    private const string Offer = "offer";
    private const string Place = "place";

    /// <inheritdoc />
    public override string Question => "family-times";

    /// <inheritdoc />
    protected override Bilingual Task => new("at tilbyde en familie tider til et hjemmebesøg", "to offer a family times for a visit to their home");

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case is { State: FamilyState.Visiting, Visit: { Booked: null, Offered.Count: 0 } };

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tilbyd tider til et besøg", "Offer times for a visit").In(language),
        [
            new Bilingual("Besøget og samtalen er i familiens hjem, så vælg tider, hvor alle i familien kan være der. Skriv en til tre.", "Visit and interview are in the family's home, so pick times when everybody in the family can be there. Write one to three.").In(language),
            new Bilingual("Vær ikke bange for at vælge fra: det er bedre nu end senere.", "Do not be afraid to say no: better now than later.").In(language),
        ],
        [new(Offer, new Bilingual("Tilbyd tiderne", "Offer these times").In(language)), Reject(language)])
    {
        Facts = Facts(@case, language, now),
        Inputs = [.. Enumerable.Range(1, OfferTimes.Most).Select(n => new StepInput(OfferTimes.TimeField(n), new Bilingual($"Tid {n}", $"Time {n}").In(language), StepInputKind.Moment))],
    };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer == FamilyWords.Reject)
            return new StepReply.Given(FamilyWords.Reject);
        if (form.Answer != Offer)
            return StepReply.Wrong.NoChoice;
        // the place is the family's home
        return TimesReading.Read(form with { Fields = new Dictionary<string, string>(form.Fields) { [Place] = "-" } }, Place, now);
    }

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => answer.Word == FamilyWords.Reject
        ? Rejected(@case)
        : @case with { Visit = new HomeVisit { Offered = [.. answer.Values.Skip(1).Select(TimesReading.Parse)] } };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == FamilyWords.Reject
        ? new("Koordinatoren har sagt nej tak til ansøgningen.", "The coordinator has turned the application down.")
        : new("Koordinatoren har tilbudt tider til et besøg.", "The coordinator has offered times for a visit.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren tilbyder tider til et besøg", "the coordinator to offer times for a visit");
}
