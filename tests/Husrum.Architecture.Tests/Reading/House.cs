using System.Reflection;
using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>The house as it lies on the disk and in its assemblies.</summary>
internal static class House
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "TestResults", "artifacts", "data", "data-demo"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static Assembly Durable => typeof(TaskOrchestrationContext).Assembly;

    public static Assembly Core => typeof(IRegister).Assembly;

    public static Assembly Functions => typeof(Program).Assembly;

    public static IReadOnlyList<Assembly> Assemblies => [Durable, Core, Functions];

    /// <summary>The files of a folder and below, by their path from the root with '/'; build output and local data are not part of the house.</summary>
    /// <param name="folder">From the root; empty for all.</param>
    /// <param name="endings">Which endings; none for every file.</param>
    public static IEnumerable<HouseFile> Files(string folder = "", params string[] endings) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => endings.Length == 0 || endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => new HouseFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), file.FullName))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories()
            .Where(below => !Skipped.Contains(below.Name) && (below.Name == ".ci" || !below.Name.StartsWith('.')))
            .SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Husrum.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Husrum.sln is in no folder above the tests.");
    }
}

/// <summary>A file of the house.</summary>
/// <param name="Path">From the root, with '/'.</param>
/// <param name="FullName">On this machine.</param>
internal sealed record HouseFile(string Path, string FullName)
{
    public string Text => File.ReadAllText(FullName);

    /// <summary>The text without comments, so that a word in an explanation counts for nothing; lines keep their numbers.</summary>
    public string Code => SourceText.WithoutComments(Text);

    public override string ToString() => Path;
}
