using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A child's year with a friend family, in partition <c>course:{id}</c>. <see cref="CaseRecord.PersonId"/> is the child; everybody else is a party (<see cref="Sides"/>).</summary>
[RegisterRecord("hto-course", 1)]
public sealed record FamilyCourse : CaseRecord
{
    /// <summary>The child's referral.</summary>
    public required string ReferralId { get; init; }

    /// <summary>The friend family.</summary>
    public required string FamilyId { get; init; }

    /// <summary>The day of the first meeting, local date: the year runs from it (rules-and-sources.md 1.13 no. 6).</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Whose school holidays hold: a municipality of the organisation's file.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>The fixed agreements, the first one first; each holds from its first week on.</summary>
    public required IReadOnlyList<Agreement> Agreements { get; init; }

    /// <summary>Visits that were moved, called off or are over; the others follow from the agreement.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>First days of the holidays that are being, or were, asked about.</summary>
    public IReadOnlyList<DateOnly> HolidaysAsked { get; init; } = [];

    /// <summary>Which side has answered for which holiday: <c>child-2027-06-26</c>.</summary>
    public IReadOnlyList<string> HolidaysAnswered { get; init; } = [];

    /// <summary>The months after which the family was asked whether everybody at home is still glad of it.</summary>
    public IReadOnlyList<int> GladAsked { get; init; } = [];

    /// <summary>Those of them that are answered, by the family or by time.</summary>
    public IReadOnlyList<int> GladAnswered { get; init; } = [];

    /// <summary>True where somebody in the family has doubts and staff have not talked with them yet.</summary>
    public bool FamilyInDoubt { get; init; }

    /// <summary>True once the parents were called after the first visit on their own.</summary>
    public bool FirstVisitTalked { get; init; }

    /// <summary>Misses up to this week have been talked about.</summary>
    public DateOnly? MissesTalkedUpTo { get; init; }

    /// <summary>The child visit at about four months; null before it is arranged.</summary>
    public Meeting? ChildVisit { get; init; }

    /// <summary>The extra child visit, where the family has ended it; null otherwise.</summary>
    public Meeting? ExtraVisit { get; init; }

    /// <summary>Whether the child wishes another family; null where nobody asked.</summary>
    public bool? RematchWished { get; init; }

    /// <summary>The future agreement; null before month ten.</summary>
    public FutureAgreement? Future { get; init; }

    /// <summary>Pauses, the first one first.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Who took their consent back on the year's page, and when: it holds for the referral too. Null where nobody did.</summary>
    public ConsentTakenBack? ConsentTakenBack { get; init; }

    /// <summary>True while staff have not yet said whether the year is prolonged after a pause.</summary>
    public bool AsksToProlong { get; init; }

    /// <summary>How many days the year was prolonged in all.</summary>
    public int ProlongedDays { get; init; }

    /// <summary>Set where it ends otherwise than with its year.</summary>
    public Ending? Ending { get; init; }

    /// <summary>What the municipality has wanted besides.</summary>
    public IReadOnlyList<MunicipalityRequest> Requests { get; init; } = [];

    /// <summary>How many changes people were told of; gives each message its own key.</summary>
    public int Changes { get; init; }

    /// <summary>True once the farewell has gone: the year is over, or the course has ended.</summary>
    public bool IsOver { get; init; }

    /// <summary>The day the last duty was done after that, local date; null while something is left.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => IsClosed ? "Closed" : IsOver ? "Farewell" : Ending is not null ? "Ending" : IsPaused ? "Paused" : "Running";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => ClosedOn is not null;

    /// <summary>The day from which there are no visits any more, local date.</summary>
    [JsonIgnore]
    public DateOnly LastDay => Ending is { } ending && ending.On < Milestones.Anniversary(this) ? ending.On : Milestones.Anniversary(this);

    /// <summary>True while visits rest, or are about to.</summary>
    [JsonIgnore]
    public bool IsPaused => Pauses is [.., { IsOver: false }];

    /// <summary>True where a day lies in a pause.</summary>
    public bool IsPausedOn(DateOnly day) => Pauses.Any(p => p.Covers(day));

    /// <summary>The agreement that holds in a week.</summary>
    public Agreement AgreementIn(DateOnly week) => Agreements.LastOrDefault(a => a.Since <= week) ?? Agreements[0];

    /// <summary>The parties of a side.</summary>
    public IReadOnlyList<CaseParty> Side(string side) => [.. Parties.Where(p => p.Side == side)];

    /// <summary>Those who are told what both sides are told: the child's side and the family.</summary>
    [JsonIgnore]
    public IReadOnlyList<CaseParty> Both => [.. Parties.Where(p => p.Side is Sides.Child or Sides.Family)];
}
