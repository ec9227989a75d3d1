using System.Text.RegularExpressions;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>A setting the program reads, and where.</summary>
/// <param name="Name">Its name, or what stands where the name should.</param>
/// <param name="File">The file.</param>
/// <param name="IsKnown">False where the source does not say which setting it is.</param>
internal sealed partial record SettingsRead(string Name, string File, bool IsKnown = true)
{
    // it goes through all settings there are, and asks for none
    private const string Listing = "ConfigCheck/SettingNames.cs";

    private static readonly Lazy<IReadOnlyList<SettingsRead>> Found = new(() => [.. Files.SelectMany(In)]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingsRead> All => Found.Value;

    private static IEnumerable<HouseFile> Files => House.Files("src/Husrum.Functions", ".cs").Where(file => !file.Path.EndsWith(Listing, StringComparison.Ordinal));

    /// <summary>Where settings are read past the configuration, or as a whole object whose properties no search finds.</summary>
    public static IEnumerable<string> AroundIt() =>
        from file in Files from Match match in Around().Matches(file.Code) select $"{file}: {match.Value}";

    private static IEnumerable<SettingsRead> In(HouseFile file)
    {
        var section = Section(file);
        foreach (Match match in Access().Matches(file.Code))
        {
            var (argument, isInSection) = (match.Groups["argument"].Value, match.Groups["section"].Success);
            if (match.Groups["opens"].Success || (argument == "name" && isInSection))
                continue; // whoever opens a section reads its settings below; and the helper that reads one by the name it is given
            var name = Resolve(file, argument);
            yield return name is null || (isInSection && section is null)
                ? new SettingsRead(match.Value, file.Path, IsKnown: false)
                : new SettingsRead(isInSection ? $"{section}:{name}" : name, file.Path);
        }
    }

    // the section a file opens, by a literal or a constant of its own
    private static string? Section(HouseFile file) => Access().Matches(file.Code).FirstOrDefault(match => match.Groups["opens"].Success) is { } match ? Resolve(file, match.Groups["argument"].Value) : null;

    private static string? Resolve(HouseFile file, string argument)
    {
        if (argument.StartsWith('"'))
            return argument.Trim('"');
        var parts = argument.Split('.');
        var home = parts is [var type, _] ? Files.FirstOrDefault(other => other.Path.EndsWith($"/{type}.cs", StringComparison.Ordinal)) ?? file : file;
        return Regex.Match(home.Code, $@"const string {parts[^1]} = ""(?<value>[^""]+)""") is { Success: true } constant ? constant.Groups["value"].Value : null;
    }

    [GeneratedRegex("""(?:(?:[cC]onfiguration|_options|IConfiguration>\(\)|(?<section>\b[sS]ection))\??(?:\[|\.GetValue(?:<[^>(]+>)?\(|(?<opens>\.GetSection\())|Text\((?<section>section), )(?<argument>"[^"]*"|[\w.]+)""")]
    private static partial Regex Access();

    [GeneratedRegex("""GetEnvironmentVariable|GetConnectionString|ConfigurationBinder|[cC]onfiguration\??\.(?:Get<|Bind\(|GetChildren|AsEnumerable)|[sS]ection\??\.(?:Get<|Bind\(|GetChildren|AsEnumerable)""")]
    private static partial Regex Around();
}
