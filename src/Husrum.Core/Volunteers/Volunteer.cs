using Husrum.Core.Certificates;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers;

/// <summary>A person as a volunteer, row <c>volunteer</c> of their partition.</summary>
[RegisterRecord("volunteer", 1)]
public sealed record Volunteer
{
    /// <summary>The row's key.</summary>
    public const string Row = "volunteer";

    /// <summary>Department's id.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Ids of the functions they have.</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>Since when, local date.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Where they stand.</summary>
    public required VolunteerState State { get; init; }

    /// <summary>The application they came by.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>Certificates that were seen.</summary>
    public IReadOnlyList<CertificateNote> Certificates { get; init; } = [];

    /// <summary>The declaration they signed. The duty is for life and does not lapse (seed 000_bdc1a1e861ad6537).</summary>
    public SignedDeclaration? Declaration { get; init; }

    /// <summary>Birth date, where they have told it because of an age rule.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Requests for further functions that have been carried out, by id: each counts once.</summary>
    public IReadOnlyList<string> FunctionRequests { get; init; } = [];

    /// <summary>How many lines the person's own timeline has; gives the next one its place.</summary>
    public int TimelineCount { get; init; }

    /// <summary>The days they last said they could not come; null where they never did, or it is long past.</summary>
    public Away? LastAbsence { get; init; }

    /// <summary>The leave they are on; null where they are on none.</summary>
    public string? LeaveId { get; init; }

    /// <summary>The farewell under way; null where there is none.</summary>
    public string? FarewellId { get; init; }

    /// <summary>The last day of their work, local date; null while they go on.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>How it came about that they stopped; null while they go on, and for those who stopped before it was noted.</summary>
    public StopReason? StoppedBy { get; init; }
}

/// <summary>How a volunteer's work came to its end.</summary>
public enum StopReason
{
    /// <summary>They said that they stop.</summary>
    Resigned,

    /// <summary>They did not come back from a leave, by silence or by saying so.</summary>
    LeaveEnded,

    /// <summary>The organisation ended it, in a conversation (seed 000_bdc1a1e861ad6537: very rare).</summary>
    Terminated,
}

/// <summary>Where a volunteer stands.</summary>
public enum VolunteerState
{
    /// <summary>At work.</summary>
    Active,

    /// <summary>On leave, for six months at most.</summary>
    OnLeave,

    /// <summary>Stopped; always welcome to apply again (seed 000_bdc1a1e861ad6537).</summary>
    Stopped,
}
