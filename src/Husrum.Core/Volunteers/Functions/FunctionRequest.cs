using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>A volunteer on the way to one more function, in partition <c>function:{id}</c>. All volunteers may bid for the different functions (seed 000_bdc1a1e861ad6537).</summary>
[RegisterRecord("volunteer-function", 1)]
public sealed record FunctionRequest : CaseRecord
{
    /// <summary>The function's id.</summary>
    public required string FunctionId { get; init; }

    /// <summary>Where it stands.</summary>
    public required FunctionState State { get; init; }

    /// <summary>The staff member who offered it; null where the volunteer asked for it.</summary>
    public string? OfferedBy { get; init; }

    /// <summary>The certificates it asks for that the volunteer does not have already.</summary>
    public IReadOnlyList<CertificateNote> Certificates { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => State.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => State is FunctionState.Added or FunctionState.Declined or FunctionState.NotTaken;
}

/// <summary>Where it stands.</summary>
public enum FunctionState
{
    /// <summary>A coordinator has offered it; the volunteer has not answered.</summary>
    Offered,

    /// <summary>Certificates are being obtained.</summary>
    Preparing,

    /// <summary>A leader is to talk with the volunteer first.</summary>
    Frozen,

    /// <summary>All is there; the coordinator decides.</summary>
    Deciding,

    /// <summary>They have it.</summary>
    Added,

    /// <summary>The organisation said no.</summary>
    Declined,

    /// <summary>The volunteer did not want it (any more), did not answer, or has stopped.</summary>
    NotTaken,
}
