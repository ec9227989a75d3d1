using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Cases;

/// <summary>Deletes a case when it has been kept long enough.</summary>
internal sealed class CaseRetention<TCase>(CaseBook<TCase> book, IRegister register) : RetainedKind
    where TCase : CaseRecord
{
    /// <inheritdoc />
    public override string PartitionPrefix => book.PartitionPrefix;

    /// <inheritdoc />
    public override async Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation)
    {
        if (await book.GetAsync(partition[PartitionPrefix.Length..], cancellation) is not { Value: { RetainUntil: { } until } @case } stored || until >= today)
            return; // gone, or open again, or the look-up row is an old one

        // first, so that a crash forgets nobody: the directory lets those go whom nothing holds any more
        foreach (var person in CaseIndexes.People(@case))
            await register.CommitAsync(RetentionIndex.Add(new RegisterBatch(Partitions.Person(person)), today.AddDays(1)), cancellation);
        if (!await PartitionEraser.EraseAsync(register, partition, CaseRecord.Row, stored.ETag, batch => CaseIndexes.Remove(batch, @case), cancellation))
            throw new RegisterException("A case changed while it was being deleted.");
    }
}
