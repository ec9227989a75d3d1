using System.Text.Json.Serialization;
using Husrum.Core.Register;

namespace Husrum.Core.Gatherings;

/// <summary>A meeting that people are invited to, row <c>gathering</c> of partition <c>gathering:{id}</c>: the truth about it; its orchestration only drives it.</summary>
[RegisterRecord("gathering", 1)]
public sealed record Gathering
{
    /// <summary>The row's key.</summary>
    public const string Row = "gathering";

    /// <summary>What the partitions begin with.</summary>
    public const string Prefix = "gathering:";

    /// <summary>What the ids begin with.</summary>
    public const string IdPrefix = "m-";

    /// <summary>Stands for all departments together.</summary>
    public const string AllDepartments = "*";

    /// <summary><c>m-…</c></summary>
    public required string Id { get; init; }

    /// <summary>Whose meeting it is: a department's id, or <see cref="AllDepartments"/>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>What for.</summary>
    public required GatheringKind Kind { get; init; }

    /// <summary>When it begins, UTC.</summary>
    public required DateTimeOffset Starts { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Where, or by which link.</summary>
    public required string Place { get; init; }

    /// <summary>What else one should know; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who is invited, see <see cref="IGatheringAudience.Name"/>.</summary>
    public required string Audience { get; init; }

    /// <summary>Only those with one of these functions; empty for all.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>When it was written down, moved or called off last, UTC.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>The invitations go out then, UTC; null or past = at once.</summary>
    public DateTimeOffset? InviteAt { get; init; }

    /// <summary>One more each time it is moved: an answer counts for the time it was given for.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public GatheringState State { get; init; }

    /// <summary>What has been done, see <see cref="GatheringPlan"/>.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>True once somebody has noted who came.</summary>
    public bool AttendanceNoted { get; init; }

    /// <summary>The last day it is kept, local date; null while anything is to happen in it.</summary>
    public DateOnly? RetainUntil { get; init; }

    /// <summary>Which run of its orchestration drives it.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>The orchestration instance that drives it.</summary>
    [JsonIgnore]
    public string InstanceId => $"{Id}-g{Generation}";

    /// <summary>Its partition.</summary>
    public static string Partition(string id) => RegisterKey.Check(Prefix + id);
}

/// <summary>Where a gathering stands.</summary>
public enum GatheringState
{
    /// <summary>It will be, or has just been.</summary>
    Planned,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>It was.</summary>
    Over,
}

/// <summary>Somebody who is invited, row <c>guest:{person}</c> of the gathering's partition.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Round">For which time they were told of it last, see <see cref="Gathering.Round"/>.</param>
[RegisterRecord("gathering-guest", 1)]
public sealed record Guest(string PersonId, int Round)
{
    /// <summary>What the rows begin with.</summary>
    public const string Prefix = "guest:";

    /// <summary>Whether they come; null while they have not said.</summary>
    public bool? Comes { get; init; }

    /// <summary>The round that answer was given for.</summary>
    public int AnsweredRound { get; init; }

    /// <summary>Whether they came; null while nobody has noted it.</summary>
    public bool? Came { get; init; }

    /// <summary>The answer for a round, or null.</summary>
    public bool? AnswerFor(int round) => AnsweredRound == round ? Comes : null;

    /// <summary>The row of a person.</summary>
    public static string RowOf(string personId) => Prefix + personId;
}
