using Husrum.Core.Documents;
using Husrum.Core.Register;

namespace Husrum.Core.Retention;

/// <summary>Who refers to which document. Each user writes its row with its own batch; the file goes with the last of them.</summary>
public static class DocumentUses
{
    /// <summary>Notes that a partition refers to a document.</summary>
    public static RegisterBatch Add(RegisterBatch batch, string sha256) => batch.Index(Partitions.ReceiptIndex, Row(sha256, batch.Partition), new DocumentUse(batch.Partition));

    /// <summary>Removes the note.</summary>
    public static RegisterBatch Remove(RegisterBatch batch, string sha256) => batch.Unindex(Partitions.ReceiptIndex, Row(sha256, batch.Partition));

    /// <summary>The partitions that refer to a document.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IRegister register, string sha256, CancellationToken cancellation)
    {
        var users = new List<string>();
        await foreach (var use in register.QueryAsync<DocumentUse>(Partitions.ReceiptIndex, sha256 + "|", cancellation: cancellation))
            users.Add(use.Value.Partition);
        return users;
    }

    /// <summary>Deletes the document if nothing but this partition refers to it. Call before the partition's own rows go, so that a crash leaves no file without a name.</summary>
    public static async Task DeleteIfLastAsync(IRegister register, IDocumentStore documents, string sha256, string partition, CancellationToken cancellation)
    {
        if ((await OfAsync(register, sha256, cancellation)).All(user => user == partition))
            await documents.DeleteAsync(sha256, cancellation);
    }

    private static string Row(string sha256, string partition) => sha256 + "|" + partition;
}

/// <summary>A row of the look-up from documents to those who refer to them.</summary>
/// <param name="Partition">Who refers to it.</param>
[RegisterRecord("ix-receipt", 1)]
public sealed record DocumentUse(string Partition);
