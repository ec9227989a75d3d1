using System.Globalization;
using Husrum.Core.Register;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Embedded.Backups;

/// <summary>Puts a backup back. All of it is unpacked and looked at before anything that is there is touched.</summary>
internal static class Restore
{
    private const string Aside = "before-restore-";

    /// <param name="file">The archive.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="force">Moves what is there into <c>before-restore-…</c> inside the folder.</param>
    /// <returns>How many messages wait for a person's word.</returns>
    /// <exception cref="DataFolderException">The archive cannot be used, or the folder is not empty or in use.</exception>
    public static async Task<int> RunAsync(string file, DataFolder folder, bool force)
    {
        if (!File.Exists(file))
            throw new DataFolderException($"There is no file '{file}'.");
        if (!force && Old(folder).Any())
            throw new DataFolderException($"The data folder '{folder.Root}' is not empty. Choose another with --data DIR, or use --force: what is there is then moved into a folder '{Aside}…' inside it.");
        DataFolder.MakePrivate(folder.Root);
        using var hold = TakeHold(folder);
        if (Directory.Exists(folder.Restoring))
            Directory.Delete(folder.Restoring, recursive: true);
        DataFolder.MakePrivate(folder.Restoring);
        try
        {
            var staged = new DataFolder(folder.Restoring);
            var manifest = await Unpacking.RunAsync(file, staged);
            var held = await MarkAsync(staged, manifest);
            Swap(folder);
            return held;
        }
        catch
        {
            if (Directory.Exists(folder.Restoring))
                Directory.Delete(folder.Restoring, recursive: true);
            throw;
        }
    }

    private static async Task<int> MarkAsync(DataFolder staged, BackupManifest manifest)
    {
        using var home = await OfflineHome.OpenAsync(staged.Database);
        home.Database.Execute("PRAGMA journal_mode=DELETE"); // one file to move; the program goes back to its own mode
        var restored = home.Time.GetUtcNow();
        var held = await RestoreHolding.AtRestoreAsync(home.Register, restored);
        await home.Register.CommitAsync(new RegisterBatch(RestoreMark.Partition).Put(RestoreMark.Row, new RestoreMark(manifest.Taken, restored)));
        return held;
    }

    private static void Swap(DataFolder folder)
    {
        var old = Old(folder).ToList();
        if (old.Count > 0)
        {
            var aside = Path.Combine(folder.Root, Aside + TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
            DataFolder.MakePrivate(aside);
            old.ForEach(path => Directory.Move(path, Path.Combine(aside, Path.GetFileName(path))));
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(folder.Restoring).ToList())
            Directory.Move(path, Path.Combine(folder.Root, Path.GetFileName(path)));
        DurableFile.SyncFolder(folder.Root);
        Directory.Delete(folder.Restoring);
        DurableFile.SyncFolder(folder.Root);
    }

    // backups stay where they are: the archive may be among them
    private static IEnumerable<string> Old(DataFolder folder) => !Directory.Exists(folder.Root)
        ? []
        : Directory.EnumerateFileSystemEntries(folder.Root).Where(path => Path.GetFileName(path) is var name
            && name is not ("lost+found" or "backups" or ".restoring" or "husrum.db.lock") && !name.StartsWith(Aside, StringComparison.Ordinal));

    private static FileStream TakeHold(DataFolder folder)
    {
        try
        {
            return new FileStream(folder.Database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DataFolderException($"The data folder '{folder.Root}' is in use by the running program. Stop it first.", e);
        }
    }
}
