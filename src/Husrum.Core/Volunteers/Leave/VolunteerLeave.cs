using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>A volunteer's leave, in partition <c>leave:{id}</c>.</summary>
[RegisterRecord("volunteer-leave", 1)]
public sealed record VolunteerLeave : CaseRecord
{
    /// <summary>First day, local date.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, local date.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The day it ended, by an answer or by silence, local date; null while it lasts.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Where it stands.</summary>
    public required LeaveState State { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => State.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => State != LeaveState.Away;
}
