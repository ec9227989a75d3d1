using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>A certificate of a volunteer that is to be renewed, in partition <c>renewal:{id}</c>.</summary>
[RegisterRecord("certificate-renewal", 1)]
public sealed record CertificateRenewal : CaseRecord
{
    /// <summary>When the present one should be renewed, local date.</summary>
    public required DateOnly RenewBy { get; init; }

    /// <summary>The new one, as far as it has come.</summary>
    public required CertificateNote Note { get; init; }

    /// <summary>True when a leader has been asked because of a remark.</summary>
    public bool IsFrozen => Note.Outcome == CertificateOutcome.Remark;

    /// <summary>True when the volunteer has stopped meanwhile: nothing more is asked.</summary>
    public bool Moot { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => IsClosed ? (Moot ? "Moot" : "Renewed") : IsFrozen ? "Frozen" : Note.OrderedOn is null ? "Waiting" : "Ordered";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => Moot || Note.Outcome is CertificateOutcome.Clean or CertificateOutcome.Accepted or CertificateOutcome.Declined;
}
