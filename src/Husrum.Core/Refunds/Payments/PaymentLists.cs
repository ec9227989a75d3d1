using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Payments;

/// <summary>The treasurer's desk. That the caller is a treasurer is the page's to check.</summary>
public sealed class PaymentLists
{
    private readonly IRegister _register;
    private readonly PaymentListReader _reader;
    private readonly PaymentMoves _moves;
    private readonly Organisation _organisation;
    private readonly TimeProvider _time;

    internal PaymentLists(IRegister register, RefundPeople people, Organisation organisation, TimeProvider time)
    {
        (_register, _organisation, _time) = (register, organisation, time);
        var claims = new ClaimBook(register, time);
        _reader = new PaymentListReader(register, claims, people, organisation);
        _moves = new PaymentMoves(claims);
    }

    /// <summary>Approved claims that are on no list, oldest first.</summary>
    public async Task<IReadOnlyList<ClaimView>> ApprovedAsync(CancellationToken cancellation = default) =>
        [.. (await PayableAsync(cancellation)).Select(claim => ClaimViews.Of(claim, _organisation))];

    /// <summary>Puts all approved claims on a new list. The same submission id gives the same list.</summary>
    /// <returns>The list's id, or null when nothing was approved.</returns>
    public async Task<string?> CreateAsync(string submissionId, string byPersonId, CancellationToken cancellation = default)
    {
        var listId = "l-" + Ids.Derive("payment-list", submissionId);
        var partition = Partitions.PaymentList(listId);
        var list = await _register.GetAsync<PaymentListRecord>(partition, PaymentListRecord.Row, cancellation);
        if (list is { Value.Filled: true })
            return listId;
        var payable = await PayableAsync(cancellation);
        if (list is null)
        {
            if (payable.Count == 0)
                return null;
            var now = _time.GetUtcNow();
            var record = new PaymentListRecord { Id = listId, Created = now, CreatedBy = byPersonId };
            await _register.CommitAsync(
                new RegisterBatch(partition).Insert(PaymentListRecord.Row, record).Index(ClaimIndexes.Lists, PaymentListReader.IndexRow(record), new PaymentListPlace(listId)),
                cancellation); // a conflict: the same request, sent twice, is there first
        }

        // claim by claim, each in its own partition: cut off in between, the rest stay approved and come on this list by a repeat, or on the next
        foreach (var claim in payable)
            await _moves.ListAsync(claim.Id, listId, byPersonId, cancellation);
        if (await _register.GetAsync<PaymentListRecord>(partition, PaymentListRecord.Row, cancellation) is { Value.Filled: false } open)
            await _register.CommitAsync(new RegisterBatch(partition).Replace(PaymentListRecord.Row, open.Value with { Filled = true }, open.ETag), cancellation);
        return listId;
    }

    /// <summary>All lists with something on them, newest first.</summary>
    public Task<IReadOnlyList<PaymentListSummary>> AllAsync(CancellationToken cancellation = default) => _reader.AllAsync(cancellation);

    /// <summary>A list, or null.</summary>
    public Task<PaymentListView?> GetAsync(string listId, CancellationToken cancellation = default) => _reader.GetAsync(listId, cancellation);

    /// <summary>A list as CSV for the bank: UTF-8 with BOM, semicolons, decimal comma; null where there is no such list.</summary>
    public async Task<byte[]?> CsvAsync(string listId, CancellationToken cancellation = default) =>
        await _reader.ClaimsAsync(listId, cancellation) is { } claims ? PaymentCsv.Write(claims) : null;

    /// <summary>Records that a claim of the list (null: each of them) was paid. Claimants are told.</summary>
    public async Task<PaymentResult> MarkPaidAsync(string listId, string? claimId, string byPersonId, CancellationToken cancellation = default)
    {
        if (claimId is not null)
            return await _moves.PayAsync(claimId, listId, byPersonId, cancellation);
        if (await _reader.ClaimsAsync(listId, cancellation) is not { Count: > 0 } claims)
            return PaymentResult.NotThere;
        foreach (var claim in claims)
            await _moves.PayAsync(claim.Id, listId, byPersonId, cancellation);
        return PaymentResult.Done;
    }

    /// <summary>Takes a claim off its list, paid or not, with a reason; it is approved and unpaid again. Where it was paid, the claimant is told.</summary>
    public async Task<PaymentResult> TakeBackAsync(string claimId, string reason, string byPersonId, CancellationToken cancellation = default) =>
        ReasonIsGiven.Check(reason).Any() ? PaymentResult.NeedsReason : await _moves.TakeBackAsync(claimId, reason, byPersonId, cancellation);

    private async Task<IReadOnlyList<ExpenseClaim>> PayableAsync(CancellationToken cancellation)
    {
        var payable = new List<ExpenseClaim>();
        await foreach (var claim in OpenClaims.AllAsync(_register, cancellation))
        {
            if (claim.State == ClaimState.Approved)
                payable.Add(claim);
        }

        return PaymentListReader.InOrder(payable);
    }
}
