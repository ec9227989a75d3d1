using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Husrum.Core.HjemTilOs.Families.Intake;

/// <summary>A family's application as typed: nothing parsed.</summary>
public sealed record FamilyForm
{
    /// <summary>Rows for members on the form.</summary>
    public const int Rows = 8;

    /// <summary>Hidden in the form, so that a form sent twice counts once.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Department's id; may be empty where there is only one.</summary>
    public string Department { get; init; } = "";

    /// <summary>The one who applies first; then everybody else who lives there.</summary>
    public IReadOnlyList<MemberForm> Members { get; init; } = [];

    /// <summary>Mobile of the one who applies; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; init; } = "";

    /// <summary>Four digits.</summary>
    public string Postcode { get; init; } = "";

    /// <summary>Town.</summary>
    public string Town { get; init; } = "";

    /// <summary>Names of days, as in <see cref="DayOfWeek"/>.</summary>
    public IReadOnlyList<string> Weekdays { get; init; } = [];

    /// <summary>Whole years; may be empty.</summary>
    public string YoungestAge { get; init; } = "";

    /// <summary>Whole years; may be empty.</summary>
    public string OldestAge { get; init; } = "";

    /// <summary><c>da</c>, <c>en</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>May be empty.</summary>
    public string OtherLanguages { get; init; } = "";

    /// <summary>May be empty.</summary>
    public string Competences { get; init; } = "";

    /// <summary>May be empty.</summary>
    public string Home { get; init; } = "";

    /// <summary>May be empty.</summary>
    public string Motivation { get; init; } = "";

    /// <summary>True where they say that everybody in the family likes the idea.</summary>
    public bool WholeFamily { get; init; }

    /// <summary><c>da</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "da";

    /// <summary>Fingerprint of what was typed.</summary>
    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this))));
}
