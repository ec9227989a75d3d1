using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The coordinator records that the family was interviewed, and whether the whole family is for it: that is a criterion for approval (seed 003_c4664cb87c6aa729; rules-and-sources.md 1.7, F2).</summary>
internal sealed class RecordInterview(Organisation organisation) : FamilyStaffStep(organisation)
{
    private const string AllFor = "all-for";
    private const string NotYet = "not-yet";

    /// <inheritdoc />
    public override string Question => "family-interview";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, om hele familien er med på at være venskabsfamilie", "to record whether the whole family would like to be a friend family");

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case is { State: FamilyState.Visiting, Visit: { Booked: not null, WholeFamilyOn: null } };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FriendFamily @case) => @case.Visit.AskAgainFrom ?? @case.Visit.Booked?.AddHours(1);

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er hele familien med på det?", "Does the whole family agree?").In(language),
        [new Bilingual("Tal med alle, også børnene. Alle i familien skal synes, det er en god idé. Vi gemmer kun dit svar, ikke hvad I talte om.", "Talk with everybody, the children too. Everybody in the family should like the idea. We keep only your answer, not what you talked about.").In(language)],
        [
            new(AllFor, new Bilingual("Samtalen er holdt, og hele familien er med på det", "The interview was held, and the whole family agrees").In(language)),
            new(NotYet, new Bilingual("Ikke alle er med på det endnu", "Not everybody agrees yet").In(language), new Bilingual("Du bliver spurgt igen om en uge. Tal med familien imens.", "You will be asked again in a week. Meanwhile, talk with the family.").In(language)),
            Reject(language),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, AllFor, NotYet, FamilyWords.Reject);

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => answer.Word switch
    {
        AllFor => FamilyTalked.Settle(@case with { Visit = @case.Visit with { InterviewedOn = answer.Today, WholeFamilyOn = answer.Today } }, Organisation.HjemTilOs!.Learning, answer.Today),
        NotYet => (@case with { Visit = @case.Visit with { InterviewedOn = answer.Today, AskAgainFrom = answer.At.AddDays(7) } }).Again(Question),
        _ => Rejected(@case),
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        AllFor => new("Samtalen er holdt, og hele familien er med på det.", "The interview was held, and the whole family agrees."),
        NotYet => new("Samtalen er holdt. Ikke alle i familien er med på det endnu.", "The interview was held. Not everybody in the family agrees yet."),
        _ => new("Koordinatoren har sagt nej tak efter samtalen.", "The coordinator turned the application down after the interview."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("samtalen med hele familien", "the conversation with the whole family");
}
