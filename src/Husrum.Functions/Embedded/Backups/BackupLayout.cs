using System.Text.RegularExpressions;

namespace Husrum.Functions.Embedded.Backups;

/// <summary>What stands where in an archive: as in the data folder.</summary>
internal static partial class BackupLayout
{
    public const string Database = "husrum.db";

    public const string Organisation = "organisation.json";

    public const string DemoMark = "demo";

    public static string NameOf(DataFolder folder, string path) => Path.GetRelativePath(folder.Root, path).Replace(Path.DirectorySeparatorChar, '/');

    public static bool IsDocument(string name) => DocumentName().IsMatch(name);

    /// <summary>True where the program itself puts an entry of this name into an archive: nothing else is ever unpacked.</summary>
    public static bool IsOurs(string name) => name is Database or Organisation or DemoMark || IsDocument(name) || KeyName().IsMatch(name);

    [GeneratedRegex("^documents/[0-9a-f]{2}/[0-9a-f]{64}$")]
    private static partial Regex DocumentName();

    [GeneratedRegex(@"^keys/(data-protection/)?[A-Za-z0-9-]+\.(key|xml)$")]
    private static partial Regex KeyName();
}
