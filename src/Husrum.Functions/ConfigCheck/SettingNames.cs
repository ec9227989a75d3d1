namespace Husrum.Functions.ConfigCheck;

/// <summary>The names of the program's own settings. One that is misspelt is silently not there, so a check says which nobody reads.</summary>
internal static class SettingNames
{
    private static readonly string[] Sections = ["Messages", "Disk", "Retention", "Storage", "Links", "SignIn"];

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Messages:Gateway:Url", "Messages:Gateway:HonoursKeys",
        "Messages:Smtp:Host", "Messages:Smtp:Port", "Messages:Smtp:Security", "Messages:Smtp:User", "Messages:Smtp:Password",
        "Messages:CommunicationServices:Endpoint", "Messages:CommunicationServices:AccessKey", "Messages:CommunicationServices:ReportsSecret",
        "Messages:CommunicationServices:ReportsAudience", "Messages:CommunicationServices:ReportsTenant",
        "Disk:ReserveMegabytes", "Retention:EndedRunsDays",
        "Storage:Account", "Storage:Tables", "Storage:Blobs", "Storage:Key", "Storage:Name", "Links:Key", "SignIn:By", "SignIn:Tenant",
    };

    /// <summary>Those that are set and that nobody reads; names only.</summary>
    public static IEnumerable<Finding> Unknown(IConfiguration configuration) =>
        from section in Sections
        from setting in configuration.GetSection(section).AsEnumerable()
        where setting.Value is not null && !Known.Contains(setting.Key)
        select Finding.Look("Settings", $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)} is set, and nobody reads it", $"Did you mean {Nearest(setting.Key).Replace(":", "__", StringComparison.Ordinal)}?");

    private static string Nearest(string name) => Known.MaxBy(known => known.Zip(name).TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)).Count())!;
}
