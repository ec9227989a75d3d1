using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Gatherings;

/// <summary>Deletes a gathering, with who was invited and who came, when it has been kept long enough.</summary>
internal sealed class GatheringRetention(GatheringBook book, IRegister register) : RetainedKind
{
    /// <inheritdoc />
    public override string PartitionPrefix => Gathering.Prefix;

    /// <inheritdoc />
    public override async Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation)
    {
        if (await book.GetAsync(partition[PartitionPrefix.Length..], cancellation) is not { Value: { RetainUntil: { } until } gathering } stored || until >= today)
            return;
        if (!await PartitionEraser.EraseAsync(register, partition, Gathering.Row, stored.ETag, batch => GatheringBook.Forget(batch, gathering), cancellation))
            throw new RegisterException("A gathering changed while it was being deleted.");
    }
}
