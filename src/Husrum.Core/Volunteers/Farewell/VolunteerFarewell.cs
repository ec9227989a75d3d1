using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>A volunteer who stops, in partition <c>farewell:{id}</c>.</summary>
[RegisterRecord("volunteer-farewell", 1)]
public sealed record VolunteerFarewell : CaseRecord
{
    /// <summary>The last day, local date.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Where it stands.</summary>
    public required FarewellState State { get; init; }

    /// <summary>True where the organisation ended it, after a conversation.</summary>
    public bool Terminated { get; init; }

    /// <summary>The functions they had, by id: what is to be handed over.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>What else was theirs when they said it: to be handed over too.</summary>
    public IReadOnlyList<LeftBehind> Leaves { get; init; } = [];

    /// <summary>True when the coordinator has seen to what the volunteer leaves behind.</summary>
    public bool HandedOver { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => State.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => State == FarewellState.Stays || (State == FarewellState.Stopped && HandedOver);
}
