using Husrum.Core.Documents;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Refunds.Intake;

/// <summary>Deletes the files of a form that was never sent.</summary>
internal sealed class DraftRetention(IRegister register, IDocumentStore documents) : RetainedKind
{
    /// <inheritdoc />
    public override string PartitionPrefix => "draft:";

    /// <inheritdoc />
    public override async Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(partition);
        await foreach (var note in register.QueryAsync<DraftNote>(partition, DraftNote.Prefix, cancellation: cancellation))
        {
            if (note.Value.Expires > today)
                continue;
            await DocumentUses.DeleteIfLastAsync(register, documents, note.Value.Sha256, partition, cancellation);
            DocumentUses.Remove(batch, note.Value.Sha256).Delete(note.Row);
        }

        if (batch.Changes.Count > 0)
            await register.CommitAsync(batch, cancellation);
    }
}
