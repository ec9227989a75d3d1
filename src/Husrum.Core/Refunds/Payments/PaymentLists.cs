using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Refunds.Payments;

/// <summary>The treasurer's desk. That the caller is a treasurer is the page's to check.</summary>
public sealed class PaymentLists
{
    /// <summary>Approved claims that are on no list, oldest first.</summary>
    public Task<IReadOnlyList<ClaimView>> ApprovedAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Puts all approved claims on a new list. The same submission id gives the same list.</summary>
    /// <returns>The list's id, or null when nothing was approved.</returns>
    public Task<string?> CreateAsync(string submissionId, string byPersonId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>All lists, newest first.</summary>
    public Task<IReadOnlyList<PaymentListSummary>> AllAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>A list, or null.</summary>
    public Task<PaymentListView?> GetAsync(string listId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>A list as CSV for the bank: UTF-8 with BOM, semicolons, decimal comma; null where there is no such list.</summary>
    public Task<byte[]?> CsvAsync(string listId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Records that a claim of the list (null: each of them) was paid. Claimants are told.</summary>
    public Task<PaymentResult> MarkPaidAsync(string listId, string? claimId, string byPersonId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Takes a claim off its list, paid or not, with a reason; it is approved and unpaid again and the claimant is told.</summary>
    public Task<PaymentResult> TakeBackAsync(string claimId, string reason, string byPersonId, CancellationToken cancellation = default) => throw new NotImplementedException();
}
