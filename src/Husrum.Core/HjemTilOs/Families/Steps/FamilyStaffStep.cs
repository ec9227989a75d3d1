using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>A step that the coordinator takes.</summary>
internal abstract class FamilyStaffStep(Organisation organisation) : StaffStep<FriendFamily>(organisation)
{
    /// <summary>Turned down.</summary>
    protected static FriendFamily Rejected(FriendFamily @case) => @case with { State = FamilyState.Rejected };

    /// <summary>The way out that every step before the approval has.</summary>
    protected static StepChoice Reject(string language) => new(FamilyWords.Reject, new Bilingual("Sig nej tak til familien", "Turn the family down").In(language), new Bilingual("Familien får et venligt afslag uden begrundelse.", "The family gets a kind no that gives no reason.").In(language));

    /// <summary>What a coordinator needs to know of a family.</summary>
    protected static IReadOnlyList<StepFact> Facts(FriendFamily @case, string language, DateTimeOffset now) => FamilyFacts.Of(@case, language, Calendar.WallTime.LocalDate(now));
}
