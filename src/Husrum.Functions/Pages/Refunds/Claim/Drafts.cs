using System.Security.Cryptography;
using System.Text.Json;
using Husrum.Core.Calendar;
using Husrum.Core.Documents;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Microsoft.AspNetCore.DataProtection;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>
/// Keeps the receipts of a form that is not sent yet, so that a mistake in one field does not cost the photos. The form carries them as a sealed
/// value; the register holds a note per draft, by which what was never sent is deleted after <see cref="DaysKept"/> days.
/// </summary>
internal sealed class Drafts(IRegister register, IDocumentStore documents, Ids ids, TimeProvider time, IDataProtectionProvider protection)
{
    /// <summary>How long an unsent form's receipts are kept.</summary>
    public const int DaysKept = 7;

    private readonly IDataProtector _seal = protection.CreateProtector("udlaeg-kladde");

    /// <summary>Reads what a form carries. One that cannot be read (another server's, tampered with) is an empty one.</summary>
    public DraftFiles Open(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return DraftFiles.Empty;
        try
        {
            return JsonSerializer.Deserialize<DraftFiles>(_seal.Unprotect(token)) ?? DraftFiles.Empty;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return DraftFiles.Empty;
        }
    }

    /// <summary>The value a form carries; empty where there is nothing.</summary>
    public string Seal(DraftFiles files) => files.Files.Count == 0 ? "" : _seal.Protect(JsonSerializer.Serialize(files));

    /// <summary>Keeps a document with the form.</summary>
    public async Task<DraftFiles> AddAsync(DraftFiles files, PreparedDocument document, string name, CancellationToken cancellation)
    {
        if (files.Files.Any(file => file.Sha256 == document.Sha256))
            return files;
        var id = files.DraftId ?? ids.New();
        var partition = Partitions.Draft(id);
        var expires = WallTime.LocalDate(time.GetUtcNow()).AddDays(DaysKept);
        // the note first: a document that nobody knows of would never be deleted
        var batch = new RegisterBatch(partition).Put(DraftNote.RowOf(document.Sha256), new DraftNote(document.Sha256, expires));
        await register.CommitAsync(DocumentUses.Add(RetentionIndex.Add(batch, expires), document.Sha256), cancellation);
        await documents.PutAsync(document, cancellation);
        return new DraftFiles(id, [.. files.Files, new DraftFile(document.Sha256, name, document.Content.Length)]);
    }

    /// <summary>The form was sent: the claim itself refers to its receipts from now on.</summary>
    public async Task ForgetAsync(DraftFiles files, CancellationToken cancellation)
    {
        if (files.DraftId is null)
            return;
        var batch = new RegisterBatch(Partitions.Draft(files.DraftId));
        await foreach (var note in register.QueryAsync<DraftNote>(batch.Partition, DraftNote.Prefix, cancellation: cancellation))
            DocumentUses.Remove(RetentionIndex.Remove(batch.Delete(note.Row), note.Value.Expires), note.Value.Sha256);
        await register.CommitAsync(batch, cancellation);
    }
}
