namespace Husrum.Core.Tests;

/// <summary>Finds files of the sources. The compiler's own paths name no folder of this machine where the build is deterministic.</summary>
internal static class SourceTree
{
    /// <summary>A file or folder below the solution's.</summary>
    public static string Path(params string[] parts)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(root!.FullName, "Husrum.sln")))
            root = root.Parent;
        return System.IO.Path.Combine([root.FullName, .. parts]);
    }
}
