using System.IO.Compression;
using System.Security.Cryptography;
using Husrum.Core.Organisations;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded.Backups;

/// <summary>Unpacks an archive and looks whether it is whole.</summary>
internal static class Unpacking
{
    /// <summary>Puts the archive's contents into an empty folder.</summary>
    /// <exception cref="DataFolderException">The archive is no backup, not whole, or of a newer kind.</exception>
    public static async Task<BackupManifest> RunAsync(string file, DataFolder into)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file);
            var manifest = await ManifestAsync(archive, file);
            foreach (var entry in archive.Entries.Where(entry => BackupLayout.IsOurs(entry.FullName)))
                await UnpackAsync(entry, into, file);
            await CheckAsync(into, manifest, file);
            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or OrganisationException or SqliteException)
        {
            throw Damaged(file, e.Message);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive archive, string file)
    {
        if (archive.GetEntry(BackupManifest.Name) is not { } entry)
            throw Damaged(file, "it holds no manifest");
        await using var json = await entry.OpenAsync();
        var manifest = BackupManifest.Read(json) ?? throw Damaged(file, "its manifest does not read");
        return manifest.Format == BackupManifest.ThisFormat
            ? manifest
            : throw new DataFolderException($"'{file}' was written by a newer version of the program (format {manifest.Format}). Nothing was changed. Use that version.");
    }

    private static async Task UnpackAsync(ZipArchiveEntry entry, DataFolder into, string file)
    {
        var path = Path.Combine(into.Root, entry.FullName);
        DataFolder.MakePrivate(Path.GetDirectoryName(path)!);
        await using var target = DurableFile.Create(path);
        await using (var source = await entry.OpenAsync())
            await source.CopyToAsync(target);
        target.Flush(flushToDisk: true);
        target.Position = 0;
        if (BackupLayout.IsDocument(entry.FullName) && Convert.ToHexStringLower(await SHA256.HashDataAsync(target)) != Path.GetFileName(path))
            throw Damaged(file, "a document in it is not what its name says");
    }

    private static async Task CheckAsync(DataFolder into, BackupManifest manifest, string file)
    {
        if (!File.Exists(into.Database) || !File.Exists(into.Organisation) || !File.Exists(into.LinkKey))
            throw Damaged(file, "parts of it are missing");
        await using (var stream = File.OpenRead(into.Database))
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) != manifest.DatabaseSha256)
                throw Damaged(file, "the database in it is not the one that was backed up");
        }

        var documents = Directory.Exists(into.Documents) ? Directory.EnumerateFiles(into.Documents, "*", SearchOption.AllDirectories).Count() : 0;
        if (documents != manifest.Documents)
            throw Damaged(file, $"it holds {documents} documents instead of {manifest.Documents}");
        using var database = SqliteDatabase.Open(into.Database);
        if (database.ScalarText("PRAGMA integrity_check(1)") is var verdict and not "ok")
            throw Damaged(file, verdict);
        OrganisationReader.Read(await File.ReadAllTextAsync(into.Organisation));
    }

    private static DataFolderException Damaged(string file, string detail) => new($"The backup '{file}' cannot be used: {detail}. Nothing was changed. Use another backup.");
}
