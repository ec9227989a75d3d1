using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Refunds;

/// <summary>The look-ups claims are found by. They are hints: who reads one looks at the claim itself before acting.</summary>
internal static class ClaimIndexes
{
    /// <summary>Claims that are not closed, as <see cref="Partitions.ClaimIndex"/> has all.</summary>
    public const string Open = "ix-open";

    /// <summary>Payment lists by time.</summary>
    public const string Lists = "ix-lists";

    /// <summary>Row of a claim, by department and time.</summary>
    public static string Row(ExpenseClaim claim) => string.Create(CultureInfo.InvariantCulture, $"{claim.DepartmentId}|{claim.Created.UtcDateTime:yyyyMMddHHmmss}-{claim.Id}");

    /// <summary>All rows of a department.</summary>
    public static string DepartmentPrefix(string departmentId) => departmentId + "|";

    /// <summary>Row of a claim's amount, date and payee.</summary>
    public static string AmountRow(ClaimContent content, string claimId) => AmountPrefix(content) + claimId;

    /// <summary>All claims with the same amount, date and payee (by account: names are written in many ways). Hashed, because keys show where personal data must not.</summary>
    public static string AmountPrefix(ClaimContent content)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{content.Total.Oere}|{content.ActivityDate:yyyyMMdd}|{content.RegistrationNumber}{content.AccountNumber}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "|";
    }

    /// <summary>The look-ups that follow from what was typed.</summary>
    public static RegisterBatch AddContent(RegisterBatch batch, string claimId, ClaimContent content)
    {
        foreach (var receipt in content.ReceiptIds)
            DocumentUses.Add(batch, receipt);
        return batch.Index(Partitions.AmountIndex, AmountRow(content, claimId), new ClaimRef(claimId));
    }

    /// <summary>Turns them into those of new content. Receipts stay noted: the claim keeps the old ones too, as what was decided on.</summary>
    public static RegisterBatch ChangeContent(RegisterBatch batch, string claimId, ClaimContent old, ClaimContent content)
    {
        if (AmountPrefix(content) != AmountPrefix(old))
            batch.Unindex(Partitions.AmountIndex, AmountRow(old, claimId));
        return AddContent(batch, claimId, content);
    }

    /// <summary>Removes all look-ups of a claim.</summary>
    public static RegisterBatch Remove(RegisterBatch batch, ExpenseClaim claim)
    {
        foreach (var receipt in claim.AllReceiptIds)
            DocumentUses.Remove(batch, receipt);
        return batch
            .Unindex(Partitions.AmountIndex, AmountRow(claim.Content, claim.Id))
            .Unindex(Partitions.ClaimIndex, Row(claim))
            .Unindex(Open, Row(claim));
    }
}

/// <summary>A look-up row that leads to a claim, with its state at the time of writing.</summary>
/// <param name="Id">Claim id.</param>
/// <param name="State">State.</param>
[RegisterRecord("ix-claim", 1)]
internal sealed record ClaimPlace(string Id, ClaimState State);

/// <summary>A look-up row that leads to a claim.</summary>
/// <param name="Id">Claim id.</param>
[RegisterRecord("ix-claim-ref", 1)]
internal sealed record ClaimRef(string Id);
