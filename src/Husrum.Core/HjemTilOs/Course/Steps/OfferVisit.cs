using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>Staff offer times for a child visit.</summary>
internal sealed class OfferVisit(MeetingKind kind, Organisation organisation) : CourseTask(organisation)
{
    private const string Offer = "offer";
    private const string Place = "place";

    /// <inheritdoc />
    public override string Question => kind.Word + "-offer";

    /// <inheritdoc />
    protected override Bilingual Task => kind.Name.Into("at tilbyde tider til {0}", "to offer times for {0}");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => kind.Get(@case) is { Offered.Count: 0, Booked: null, HeldOn: null };

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        kind.Name.Into("Tilbyd tider til {0}", "Offer times for {0}").In(language),
        [
            kind.Why.In(language),
            new Bilingual("Skriv en til tre tider. Barnets forældre eller kontaktperson vælger en af dem, og I får begge besked.", "Write one to three times. The child's parents or contact person pick one of them, and both of you are told.").In(language),
        ],
        [new(Offer, new Bilingual("Tilbyd tiderne", "Offer these times").In(language))])
    { Inputs = TimesReading.Inputs(Place, language) };

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => form.Answer == Offer ? TimesReading.Read(form, Place, now) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) =>
        kind.With(@case, new Meeting { Place = answer.Values[0], Offered = [.. answer.Values.Skip(1).Select(TimesReading.Parse)] });

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => kind.Name.Into("Der er tilbudt tider til {0}.", "Times were offered for {0}.");
}
