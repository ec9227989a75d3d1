using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>A referral as typed, by the names of its fields: nothing parsed. The names are those of <see cref="ReferralFields"/>.</summary>
/// <param name="SubmissionId">Hidden in the form, or its draft's id: a form sent twice counts once.</param>
/// <param name="Fields">Name → text.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
public sealed record ReferralForm(string SubmissionId, IReadOnlyDictionary<string, string> Fields, string Language)
{
    /// <summary>A field's text; empty where nothing was typed.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "").Trim();

    /// <summary>Whether a box is ticked.</summary>
    public bool Has(string name) => this[name].Length > 0;

    /// <summary>Fingerprint of what was typed.</summary>
    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Fields.Where(field => field.Value.Trim().Length > 0).OrderBy(field => field.Key, StringComparer.Ordinal)))));
}
