using System.Security.Cryptography;
using System.Text.Json;

namespace Husrum.Core.Refunds.Intake;

/// <summary>A fingerprint of what was typed: tells a form sent twice from another form under the same submission id.</summary>
internal static class FormHash
{
    /// <summary>SHA-256 in hex, of all that was typed but the submission id. The draft's upload order counts; a photo sent again has the same id.</summary>
    public static string Of(ClaimForm form) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form with { SubmissionId = "" })));
}
