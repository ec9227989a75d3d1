using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers;

/// <summary>An application to become a volunteer, in partition <c>application:{id}</c>.</summary>
[RegisterRecord("volunteer-application", 1)]
public sealed record VolunteerApplication : CaseRecord, IFormCase
{
    /// <summary>What was typed.</summary>
    public required ApplicationContent Content { get; init; }

    /// <inheritdoc />
    public required string FormHash { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApplicationState State { get; init; }

    /// <summary>The person's application before this one, if any: one who has stopped is always welcome again (seed 000_bdc1a1e861ad6537).</summary>
    public string? PreviousId { get; init; }

    /// <summary>The conversation.</summary>
    public Conversation Conversation { get; init; } = new();

    /// <summary>The declaration that was signed.</summary>
    public SignedDeclaration? Declaration { get; init; }

    /// <summary>The certificates its functions ask for.</summary>
    public IReadOnlyList<CertificateNote> Certificates { get; init; } = [];

    /// <summary>The intro course that was chosen: its id.</summary>
    public string? CourseId { get; init; }

    /// <summary>When that course ends, UTC.</summary>
    public DateTimeOffset? CourseEnds { get; init; }

    /// <summary>When it was chosen, UTC.</summary>
    public DateTimeOffset? CourseChosenAt { get; init; }

    /// <summary>The date of the intro course that was attended.</summary>
    public DateOnly? CourseAttendedOn { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => State.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => State is ApplicationState.Approved or ApplicationState.Rejected or ApplicationState.Withdrawn or ApplicationState.Lapsed;

    /// <summary>The certificate of a kind, or null where none is asked for.</summary>
    public CertificateNote? Certificate(CertificateKind kind) => Certificates.FirstOrDefault(c => c.Kind == kind);
}

/// <summary>What an applicant typed. Never a CPR number.</summary>
public sealed record ApplicationContent
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? Phone { get; init; }

    /// <summary><c>da</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Ids of the functions wished for. All volunteers may bid for the different functions (seed 000_bdc1a1e861ad6537).</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>Birth date, where a function has an age rule.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Languages they speak.</summary>
    public string Languages { get; init; } = "";

    /// <summary>How they heard of it (seed 001_e73704ec3ca2997b: local Facebook groups, networks in parishes, Frivilligjob).</summary>
    public string HeardFrom { get; init; } = "";

    /// <summary>Why they want to.</summary>
    public string Motivation { get; init; } = "";
}

/// <summary>The first conversation (seed 002_410962300ba9cc4f: the coordinator holds it).</summary>
public sealed record Conversation
{
    /// <summary>Times offered, UTC.</summary>
    public IReadOnlyList<DateTimeOffset> Offered { get; init; } = [];

    /// <summary>Where, or by which phone.</summary>
    public string Place { get; init; } = "";

    /// <summary>The time chosen, UTC.</summary>
    public DateTimeOffset? Booked { get; init; }

    /// <summary>When it was chosen, UTC.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>The local date on which it was held.</summary>
    public DateOnly? HeldOn { get; init; }
}

/// <summary>A declaration that was signed by link.</summary>
/// <param name="Version">Which text.</param>
/// <param name="Language">In which language it was read.</param>
/// <param name="At">UTC.</param>
public sealed record SignedDeclaration(string Version, string Language, DateTimeOffset At);
