using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>
/// A friend family, from the form until it stops: approval (rules-and-sources.md 1.7, F1-F7), and what its household still owes afterwards.
/// The person it is about is the adult who applied; whoever else has an e-mail address of their own is a party beside them (side <see cref="Side"/>, id of the member).
/// </summary>
[RegisterRecord("friend-family", 1)]
public sealed record FriendFamily : CaseRecord, IFormCase
{
    /// <summary>The side of its members among a case's parties.</summary>
    public const string Side = "family";

    /// <inheritdoc />
    public required string FormHash { get; init; }

    /// <summary>Where it stands.</summary>
    public required FamilyState State { get; init; }

    /// <summary>Everybody who lives there, and who did.</summary>
    public required IReadOnlyList<FamilyMember> Members { get; init; }

    /// <summary>What they wish and offer.</summary>
    public required FamilyProfile Profile { get; init; }

    /// <summary>The visit of the home and the interview.</summary>
    public HomeVisit Visit { get; init; } = new();

    /// <summary>When it was approved, local date.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The last day of a pause, local date; null while there is none.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>The match it is in or has been proposed for; null while it can be proposed to.</summary>
    public string? MatchId { get; init; }

    /// <summary>True where a certificate was not consented to in time and staff have not yet said what that means for the visits.</summary>
    public bool AsksToPause { get; init; }

    /// <summary>True while it pauses because staff have said that visits rest until a certificate is there.</summary>
    public bool RestsForCertificate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => State.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => State is FamilyState.Rejected or FamilyState.Withdrawn or FamilyState.Lapsed or FamilyState.Stopped;

    /// <summary>True where a child can be proposed to it.</summary>
    [JsonIgnore]
    public bool IsFree => State == FamilyState.Approved && MatchId is null;

    /// <summary>Those who live there now.</summary>
    [JsonIgnore]
    public IEnumerable<FamilyMember> AtHome => Members.Where(member => member.MovedOutOn is null);

    /// <summary>The adult who applied and is written to for all.</summary>
    [JsonIgnore]
    public FamilyMember Contact => Members[0];

    /// <summary>The member with this id, or null.</summary>
    public FamilyMember? Member(string id) => Members.FirstOrDefault(member => member.Id == id);

    /// <summary>The family with a member changed.</summary>
    public FriendFamily With(FamilyMember changed) => this with { Members = [.. Members.Select(member => member.Id == changed.Id ? changed : member)] };
}

/// <summary>Where a friend family stands.</summary>
public enum FamilyState
{
    /// <summary>Sent; the e-mail address is not confirmed yet.</summary>
    Received,

    /// <summary>On the way to the visit and the interview.</summary>
    Visiting,

    /// <summary>Certificates, course, rules and declarations, side by side.</summary>
    Preparing,

    /// <summary>All is there; the coordinator decides.</summary>
    Deciding,

    /// <summary>A friend family.</summary>
    Approved,

    /// <summary>A friend family that pauses.</summary>
    Paused,

    /// <summary>Turned down.</summary>
    Rejected,

    /// <summary>Taken back by the family before it was approved.</summary>
    Withdrawn,

    /// <summary>The family did not answer.</summary>
    Lapsed,

    /// <summary>An approved family that has stopped.</summary>
    Stopped,
}
