using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The coordinator offers times for the first conversation (seed 002_410962300ba9cc4f: the coordinator holds it), or turns the applicant down at once.</summary>
internal sealed class OfferTimes(Organisation organisation) : CoordinatorStep(organisation)
{
    /// <summary>Fields for times.</summary>
    public const int Most = 3;

    private const string Offer = "offer";
    private const string Place = "place";

    /// <inheritdoc />
    public override string Question => "volunteer-times";

    /// <inheritdoc />
    protected override Bilingual Task => new("at tilbyde tider til en samtale", "to offer times for a conversation");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case is { State: ApplicationState.Talking, Conversation: { Booked: null, Offered.Count: 0 } };

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tilbyd tider til en samtale", "Offer times for a conversation").In(language),
        [
            new Bilingual("Skriv en til tre tider. Ansøgeren vælger en af dem, og I får begge besked.", "Write one to three times. The applicant picks one of them, and both of you are told.").In(language),
            new Bilingual("Vær ikke bange for at vælge fra: det er bedre nu end senere.", "Do not be afraid to say no: better now than later.").In(language),
        ],
        [
            new(Offer, new Bilingual("Tilbyd tiderne", "Offer these times").In(language)),
            new(ApplicationWords.Reject, new Bilingual("Sig nej tak til ansøgningen", "Turn the application down").In(language), new Bilingual("Ansøgeren får et venligt afslag.", "The applicant gets a kind no.").In(language)),
        ])
    {
        Facts = Facts(@case, language),
        Inputs = TimesReading.Inputs(Place, language),
    };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer == ApplicationWords.Reject)
            return new StepReply.Given(ApplicationWords.Reject);
        return form.Answer == Offer ? TimesReading.Read(form, Place, now) : StepReply.Wrong.NoChoice;
    }

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word == ApplicationWords.Reject
        ? Rejected(@case)
        : @case with { Conversation = new Conversation { Place = answer.Values[0], Offered = [.. answer.Values.Skip(1).Select(TimesReading.Parse)] } };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == ApplicationWords.Reject
        ? new("Koordinatoren har sagt nej tak til ansøgningen.", "The coordinator has turned the application down.")
        : new("Koordinatoren har tilbudt tider til en samtale.", "The coordinator has offered times for a conversation.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren tilbyder tider til en samtale", "the coordinator to offer times for a conversation");

    /// <summary>The name of the n-th time's field.</summary>
    public static string TimeField(int number) => $"time{number}";
}
