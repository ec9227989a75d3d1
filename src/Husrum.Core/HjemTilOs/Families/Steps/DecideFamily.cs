using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The coordinator decides when all is there (rules-and-sources.md 1.7, F3). A no is a first-class outcome, and kind.</summary>
internal sealed class DecideFamily(Organisation organisation) : FamilyStaffStep(organisation)
{
    private const string Approve = "approve";

    /// <inheritdoc />
    public override string Question => "family-approve";

    /// <inheritdoc />
    protected override Bilingual Task => new("at sige ja eller nej til en ny venskabsfamilie", "to say yes or no to a new friend family");

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case.State == FamilyState.Deciding;

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Skal familien være venskabsfamilie?", "Should the family be a friend family?").In(language),
        [new Bilingual("Besøg, samtale, attester, kursus, samværsregler og tavshedserklæringer er på plads.", "Visit, interview, certificates, course, rules and declarations are in place.").In(language)],
        [
            new(Approve, new Bilingual("Ja, velkommen", "Yes, welcome").In(language), new Bilingual("Familien får velkomstmailen og kan få et match.", "The family gets the welcome mail and can be matched.").In(language)),
            Reject(language),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Approve, FamilyWords.Reject);

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) =>
        answer.Word == Approve ? @case with { State = FamilyState.Approved, ApprovedOn = WallTime.LocalDate(answer.At) } : Rejected(@case);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Approve
        ? new("Godkendt som venskabsfamilie.", "Approved as a friend family.")
        : new("Koordinatoren har sagt nej tak til familien.", "The coordinator has turned the family down.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren siger endeligt ja eller nej", "the coordinator to give the final answer");
}
