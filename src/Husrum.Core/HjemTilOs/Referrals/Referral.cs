using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>
/// A child referred to Hjem til Os: from the form of referrer and parents, over the consents, to the waiting list, and on while the child has a family (rules-and-sources.md 1.7, E1-E9 and R1-R11).
/// The person it is about is the child, who has no address. Whoever has an e-mail address is a party: <c>referrer</c>, <c>bbu</c>, <c>placement</c>, and <c>guardian-1</c> onward.
/// </summary>
[RegisterRecord("referral", 1)]
public sealed record Referral : CaseRecord, IFormCase
{
    /// <summary>The side of the municipality's people among the parties.</summary>
    public const string MunicipalitySide = "municipality";

    /// <summary>The child's side: guardians, and the contact person of a placement.</summary>
    public const string ChildSide = "child";

    /// <inheritdoc />
    public required string FormHash { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReferralState State { get; init; }

    /// <summary>The child.</summary>
    public required ReferredChild Child { get; init; }

    /// <summary>The municipality that refers, an id of the organisation's file; null in referrals from before it was asked, and where there is only one.</summary>
    public string? MunicipalityId { get; init; }

    /// <summary>Where the child lives.</summary>
    public required LivingSituation Living { get; init; }

    /// <summary>The placement, where the child does not live at home.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Who refers.</summary>
    public required ContactPerson Referrer { get; init; }

    /// <summary>The contact person in BBU, to whom signed consents are sent (R5); may be the referrer.</summary>
    public required ContactPerson Bbu { get; init; }

    /// <summary>Every holder of custody (R7); may be empty only where no consent is needed.</summary>
    public required IReadOnlyList<Guardian> Guardians { get; init; }

    /// <summary>What is recorded in the place of consents where none is needed; never a consent itself.</summary>
    public ConsentException? Exception { get; init; }

    /// <summary>What a human must look at before anybody else is written to.</summary>
    public IReadOnlyList<ReferralDoubt> Doubts { get; init; } = [];

    /// <summary>When somebody looked at the doubts and said go on, local date.</summary>
    public DateOnly? AssessedOn { get; init; }

    /// <summary>The visit to the child at an institution, held: local date (R9).</summary>
    public DateOnly? ChildVisitedOn { get; init; }

    /// <summary>The start-up meeting at an institution, held: local date (R9).</summary>
    public DateOnly? StartUpMeetingOn { get; init; }

    /// <summary>Since when consents and the rest are gathered, UTC; null before that.</summary>
    public DateTimeOffset? GatheringSince { get; init; }

    /// <summary>The day by which somebody must say whether the child still waits, local date.</summary>
    public DateOnly? WaitUntil { get; init; }

    /// <summary>Since when the child is on the waiting list, local date.</summary>
    public DateOnly? ReadyOn { get; init; }

    /// <summary>The match the child is in or has been proposed for; null while the child waits.</summary>
    public string? MatchId { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => State.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => State is ReferralState.Rejected or ReferralState.Withdrawn or ReferralState.Lapsed or ReferralState.Finished;

    /// <summary>True where a family can be proposed.</summary>
    [JsonIgnore]
    public bool IsWaiting => State == ReferralState.Ready && MatchId is null;

    /// <summary>A name for it in messages that says nothing of the child.</summary>
    [JsonIgnore]
    public string Reference => HtoWords.Reference(Id);

    /// <summary>The guardian with this id, or null.</summary>
    public Guardian? GuardianOf(string id) => Guardians.FirstOrDefault(guardian => guardian.Id == id);

    /// <summary>The referral with a guardian changed.</summary>
    public Referral With(Guardian changed) => this with { Guardians = [.. Guardians.Select(guardian => guardian.Id == changed.Id ? changed : guardian)] };
}

/// <summary>Where a referral stands.</summary>
public enum ReferralState
{
    /// <summary>Sent; the referrer's address is not confirmed yet.</summary>
    Received,

    /// <summary>A human looks at what is in doubt.</summary>
    Assessing,

    /// <summary>Consents, and at an institution the visit and the meeting, are gathered.</summary>
    Gathering,

    /// <summary>All is there: on the waiting list, or matched where there is a <see cref="Referral.MatchId"/>.</summary>
    Ready,

    /// <summary>A consent was withdrawn: everything pauses until staff have talked with the parents.</summary>
    ConsentWithdrawn,

    /// <summary>Turned down by a human.</summary>
    Rejected,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Nobody answered, or no family was found.</summary>
    Lapsed,

    /// <summary>The child's year is over, or it ended before.</summary>
    Finished,
}
