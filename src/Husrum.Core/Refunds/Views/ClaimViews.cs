using Husrum.Core.Organisations;

namespace Husrum.Core.Refunds.Views;

/// <summary>From a claim to what pages show of it.</summary>
internal static class ClaimViews
{
    public static ClaimView Of(ExpenseClaim claim, Organisation organisation) => new()
    {
        Id = claim.Id,
        DepartmentId = claim.DepartmentId,
        DepartmentName = organisation.Department(claim.DepartmentId)?.Name ?? claim.DepartmentId,
        State = claim.State,
        ClaimantName = claim.Content.Name,
        Purpose = claim.Content.Purpose,
        ActivityDate = claim.Content.ActivityDate,
        Lines = claim.Content.Lines,
        Total = claim.Total,
        ReceiptIds = claim.Content.ReceiptIds,
        MissingReceiptStatement = claim.Content.MissingReceiptStatement,
        PayeeName = claim.Content.PayeeName,
        AccountMasked = claim.Content.AccountMasked,
        AccountCorrected = claim.Flags.Any(flag => flag.Kind == ClaimFlagKind.AccountCorrected),
        Created = claim.Created,
    };
}
