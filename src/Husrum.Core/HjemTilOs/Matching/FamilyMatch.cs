using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>A child and a family proposed to each other, in partition <c>match:{id}</c>. <see cref="CaseRecord.PersonId"/> is the child; the others are parties (<see cref="Sides"/>).</summary>
[RegisterRecord("hto-match", 1)]
public sealed record FamilyMatch : CaseRecord
{
    /// <summary>The child's referral.</summary>
    public required string ReferralId { get; init; }

    /// <summary>The family.</summary>
    public required string FamilyId { get; init; }

    /// <summary>Whose school holidays hold for the course: a municipality of the organisation's file.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>What the family needs to know of the child, and no more (seed 003_c4664cb87c6aa729). Personal data.</summary>
    public required string ForFamily { get; init; }

    /// <summary>What the child's side needs to know of the family. Personal data.</summary>
    public required string ForChild { get; init; }

    /// <summary>True once the family has said yes; false where it has said no.</summary>
    public bool? FamilyYes { get; init; }

    /// <summary>True once the child's side has said yes; false where it has said no.</summary>
    public bool? ChildYes { get; init; }

    /// <summary>The first meeting, in the family's home; null before both have said yes.</summary>
    public Meeting? First { get; init; }

    /// <summary>True once the family has said that the time picked suits them too.</summary>
    public bool IsFirstConfirmed { get; init; }

    /// <summary>What was agreed at the first meeting; null before it.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>True where it came to nothing.</summary>
    public bool IsOff { get; init; }

    /// <summary>How many changes people were told of; gives each message its own key.</summary>
    public int Changes { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => IsOff ? "Off" : Agreement is not null ? "Started" : First is not null ? "Arranging" : "Proposed";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => IsOff || Agreement is not null;

    /// <summary>The course that begins with it.</summary>
    [JsonIgnore]
    public string CourseId => CourseIdOf(Id);

    /// <summary>The course that begins with a match.</summary>
    public static string CourseIdOf(string matchId) => "c-" + Ids.Derive("hto-course", matchId);

    /// <summary>The parties of a side.</summary>
    public IReadOnlyList<CaseParty> Side(string side) => [.. Parties.Where(p => p.Side == side)];
}
