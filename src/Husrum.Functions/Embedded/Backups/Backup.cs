using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded.Backups;

/// <summary>Writes all there is into one archive: a consistent copy of the database, documents, the organisation and the keys. The program may run meanwhile.</summary>
internal static class Backup
{
    /// <summary>Writes the archive; it is there whole, or not at all.</summary>
    /// <param name="folder">Of what.</param>
    /// <param name="file">Where to; null for the folder's own <c>backups</c>, named after the time.</param>
    /// <returns>The archive's path.</returns>
    /// <exception cref="DataFolderException">There is nothing to back up, or the place is taken or cannot be written to.</exception>
    public static async Task<string> WriteAsync(DataFolder folder, string? file)
    {
        using var home = await OfflineHome.OpenAsync(folder.Database);
        var taken = home.Time.GetUtcNow();
        var target = Path.GetFullPath(file ?? Path.Combine(folder.Backups, $"husrum-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip"));
        if (File.Exists(target))
            throw new DataFolderException($"'{target}' is there already. Name another file.");
        DataFolder.MakePrivate(folder.Backups);
        var copy = Path.Combine(folder.Backups, $".{Path.GetRandomFileName()}.db");
        var unfinished = target + ".unfinished";
        try
        {
            home.Database.Prepare("VACUUM INTO ?1").Bind(1, copy).Run();
            await PackAsync(folder, copy, taken, unfinished);
            File.Move(unfinished, target);
            DurableFile.SyncFolder(Path.GetDirectoryName(target)!);
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new DataFolderException($"The backup cannot be written to '{target}': {e.Message} Nothing was left behind; name another place.", e);
        }
        finally
        {
            foreach (var left in new[] { copy, unfinished }.Where(File.Exists))
                File.Delete(left);
        }
    }

    private static async Task PackAsync(DataFolder folder, string copy, DateTimeOffset taken, string target)
    {
        await using var file = DurableFile.Create(target);
        await using (var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null))
        {
            var sha256 = await ShaAsync(copy);
            await archive.CreateEntryFromFileAsync(copy, BackupLayout.Database);
            await archive.CreateEntryFromFileAsync(folder.Organisation, BackupLayout.Organisation);
            if (File.Exists(folder.DemoMark))
                await archive.CreateEntryFromFileAsync(folder.DemoMark, BackupLayout.DemoMark);
            foreach (var key in Directory.EnumerateFiles(folder.Keys, "*", SearchOption.AllDirectories))
                await archive.CreateEntryFromFileAsync(key, BackupLayout.NameOf(folder, key));
            // after the database: what the copy refers to was there before it
            var documents = 0;
            foreach (var document in Directory.EnumerateFiles(folder.Documents, "*", SearchOption.AllDirectories))
            {
                if (!BackupLayout.IsDocument(BackupLayout.NameOf(folder, document)))
                    continue;
                await archive.CreateEntryFromFileAsync(document, BackupLayout.NameOf(folder, document), CompressionLevel.NoCompression);
                documents++;
            }

            await using var manifest = await archive.CreateEntry(BackupManifest.Name).OpenAsync();
            await manifest.WriteAsync(new BackupManifest(BackupManifest.ThisFormat, taken, sha256, documents).Write());
        }

        file.Flush(flushToDisk: true);
    }

    private static async Task<string> ShaAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
    }
}
