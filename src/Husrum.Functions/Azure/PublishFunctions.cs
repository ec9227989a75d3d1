using Husrum.Durable;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Azure;

/// <summary>The verb <c>publish-functions DIR</c>: writes the folder that is deployed to a function app.</summary>
internal static class PublishFunctions
{
    /// <summary>Copies the program from where it runs, and writes the host's files beside it.</summary>
    /// <returns>What was written, in words.</returns>
    /// <exception cref="StartOptionsException">The folder holds something else, or is the program's own.</exception>
    public static string Run(string folder)
    {
        var (from, to) = (AppContext.BaseDirectory, Path.GetFullPath(folder));
        if (Inside(to, from) || Inside(from, to))
            throw new StartOptionsException($"'{to}' and the program's own folder lie in each other. Name another one.");
        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any() && !File.Exists(Path.Combine(to, "host.json")))
            throw new StartOptionsException($"'{to}' holds something that is no function app. Name an empty folder.");
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true); // a function that is gone must not stay behind
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        var files = FunctionFiles.Make(Registry(), IsSelfContained(from));
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.WriteAllText(Path.Combine(to, path), content);
        }

        return $"Written: {to}   ({files.Count - 1} functions)" + (IsPublished(from) ? "" : $"""

            The program in it is a build for development. To deploy, publish it and let the published program write the folder:
              dotnet publish src/Husrum.Functions -c Release -o OUT && dotnet OUT/Husrum.Functions.dll publish-functions {folder}
            """);
    }

    /// <summary>What this program registers.</summary>
    public static DurableTaskRegistry Registry()
    {
        using var services = new ServiceCollection().AddProgramme().AddProcessRegistries().BuildServiceProvider();
        return services.GetRequiredService<DurableTaskRegistry>();
    }

    // publishing writes this file for IIS; building does not
    private static bool IsPublished(string folder) => File.Exists(Path.Combine(folder, "web.config")) || IsSelfContained(folder);

    private static bool IsSelfContained(string folder) => File.Exists(Path.Combine(folder, "libcoreclr.so"));

    private static bool Inside(string inner, string outer) => (Path.TrimEndingDirectorySeparator(inner) + Path.DirectorySeparatorChar)
        .StartsWith(Path.TrimEndingDirectorySeparator(outer) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Copy(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
