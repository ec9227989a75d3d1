using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Husrum.Core.Volunteers.Intake;

/// <summary>An application as typed: nothing parsed.</summary>
public sealed record ApplicationForm
{
    /// <summary>Hidden in the form, so that a form sent twice counts once.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Department's id.</summary>
    public string Department { get; init; } = "";

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>E-mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>Phone, may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Ids of functions.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>ISO date or empty.</summary>
    public string BirthDate { get; init; } = "";

    /// <summary>Languages spoken, may be empty.</summary>
    public string Languages { get; init; } = "";

    /// <summary>May be empty.</summary>
    public string HeardFrom { get; init; } = "";

    /// <summary>Why.</summary>
    public string Motivation { get; init; } = "";

    /// <summary><c>da</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "da";

    /// <summary>Fingerprint of what was typed.</summary>
    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this))));
}
