using Husrum.Core.Documents;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Refunds;

/// <summary>Deletes a claim when it has been kept long enough: files that no other refers to, its rows and look-ups, and its payment list with the last claim on it.</summary>
internal sealed class ClaimRetention(IRegister register, IDocumentStore documents, ClaimBook claims) : RetainedKind
{
    /// <inheritdoc />
    public override string PartitionPrefix => "claim:";

    /// <inheritdoc />
    public override async Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation)
    {
        if (await claims.GetAsync(partition[PartitionPrefix.Length..], cancellation) is not { Value: { RetainUntil: { } until } claim } stored || until >= today)
            return; // gone, or open again, or the look-up row is an old one
        foreach (var receipt in claim.AllReceiptIds)
            await DocumentUses.DeleteIfLastAsync(register, documents, receipt, partition, cancellation);
        var erased = await PartitionEraser.EraseAsync(register, partition, ExpenseClaim.Row, stored.ETag, batch => Unindex(batch, claim), cancellation);
        if (!erased)
            throw new RegisterException("A claim changed while it was being deleted.");
        if (claim.ListId is { } listId)
            await DeleteListIfEmptyAsync(listId, cancellation);
    }

    private static void Unindex(RegisterBatch batch, ExpenseClaim claim)
    {
        ClaimIndexes.Remove(batch, claim);
        if (claim.ListId is { } listId)
            batch.Unindex(Partitions.PaymentList(listId), PaymentListRecord.ClaimPrefix + claim.Id);
    }

    private async Task DeleteListIfEmptyAsync(string listId, CancellationToken cancellation)
    {
        var partition = Partitions.PaymentList(listId);
        await foreach (var _ in register.QueryAsync<ClaimRef>(partition, PaymentListRecord.ClaimPrefix, cancellation: cancellation))
            return;
        if (await register.GetAsync<PaymentListRecord>(partition, PaymentListRecord.Row, cancellation) is { } list)
            await register.CommitAsync(new RegisterBatch(partition).Delete(list.Row, list.ETag).Unindex(ClaimIndexes.Lists, PaymentListReader.IndexRow(list.Value)), cancellation);
    }
}
