namespace Husrum.Functions.Embedded;

/// <summary>The command line, taken apart. What nobody knows is refused and not passed over: a misspelt <c>--demo</c> would start the real thing.</summary>
/// <param name="Operands">What stands without an option: a verb and what it works on.</param>
/// <param name="Options">Each as <c>--name=value</c>, which is what the configuration reads.</param>
internal sealed record Arguments(IReadOnlyList<string> Operands, string[] Options)
{
    private static readonly string[] Switches = ["demo", "force"];

    private static readonly string[] Valued =
    [
        "data", "urls", "clock", "PublicUrl", "Messages:Gateway:Url", "Messages:Gateway:HonoursKeys",
        "Messages:Smtp:Host", "Messages:Smtp:Port", "Messages:Smtp:Security", "Messages:Smtp:User", "Messages:CommunicationServices:Endpoint",
        "Disk:ReserveMegabytes", "Retention:EndedRunsDays",
    ];

    // each for some verbs: anywhere else it would be passed over in silence
    private static readonly Dictionary<string, string[]> OfVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = ["rehearse"],
        ["weekday"] = ["rehearse"],
        ["municipality"] = ["rehearse"],
        ["lang"] = ["rehearse"],
        ["what-if"] = ["rehearse"],
        ["branches"] = ["rehearse"],
        ["out"] = ["rehearse"],
        ["format"] = ["rehearse", "reconcile", "simulate"],
        ["years"] = ["simulate"],
        ["families"] = ["simulate"],
        ["volunteers"] = ["simulate"],
        ["claims"] = ["simulate"],
        ["seed"] = ["simulate"],
        ["kill-every"] = ["simulate"],
        ["faults"] = ["simulate"],
    };

    private static readonly string[] VerbSwitches = ["branches", "faults"];

    // what every user of the machine could read there
    private static readonly string[] Secrets = ["Messages:Smtp:Password", "Messages:CommunicationServices:AccessKey", "Messages:CommunicationServices:ReportsSecret"];

    // for tests and hosts; not worth a suggestion
    private static readonly string[] Hosts = ["environment", "contentRoot", "applicationName", "FUNCTIONS_CUSTOMHANDLER_PORT", "Husrum:CrashAfterCommit", "Husrum:CrashBeforeCommit"];

    private static readonly string[] Sections = ["Logging:", "Kestrel:"];

    /// <exception cref="StartOptionsException">An option is unknown, or lacks its value.</exception>
    public static Arguments Read(IReadOnlyList<string> args)
    {
        var (operands, options) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith('-'))
            {
                operands.Add(args[i]);
                continue;
            }

            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..(equals < 0 ? args[i].Length : equals)] : "";
            if (OfVerbs.GetValueOrDefault(name) is { } verbs && (operands.Count == 0 || !verbs.Contains(operands[0], StringComparer.Ordinal)))
                throw new StartOptionsException($"--{name} is for {string.Join(" and ", verbs)}, which stands before it: {verbs[0]} … --{name}.");
            if (Is(Switches, name) || Is(VerbSwitches, name))
            {
                options.Add(equals < 0 ? args[i] + "=true" : args[i]);
                continue;
            }

            if (args[i].EndsWith('=') && Valued.Any(known => known.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)))
                continue; // a section by itself, as a host that passes settings on names it
            if (Is(Secrets, name))
                throw new StartOptionsException($"--{name} would stand where every user of the machine can read it. Set it in the environment instead: {name.Replace(":", "__", StringComparison.Ordinal)}.");
            if (!Is(Valued, name) && !OfVerbs.ContainsKey(name) && !Is(Hosts, name) && !Sections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
                throw new StartOptionsException(Unknown(args[i], name));
            var value = equals >= 0 ? args[i][(equals + 1)..] : i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : "";
            if (value.Length == 0)
                throw new StartOptionsException($"--{name} needs a value, such as {Example(name)}.");
            options.Add($"--{name}={value}");
        }

        return new Arguments(operands, [.. options]);
    }

    private static bool Is(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Unknown(string typed, string name)
    {
        var nearest = Switches.Concat(Valued).MinBy(known => Distance(known.ToLowerInvariant(), name.Length == 0 ? typed.TrimStart('-').ToLowerInvariant() : name.ToLowerInvariant()))!;
        return $"There is no option '{typed}'. Did you mean --{nearest}? The options are {string.Join(", ", Valued.Concat(Switches).Select(known => "--" + known))}.";
    }

    private static string Example(string name) => name.ToLowerInvariant() switch
    {
        "data" => "--data ./data",
        "urls" => "--urls " + Messages.PublicAddress.Default,
        "clock" => "--clock 2026-08-31T08:00",
        "format" => "--format json",
        _ => $"--{name} VALUE",
    };

    // so many letters to change, to put in or to leave out
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (before, corner) = (i, row[0]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                before = Math.Min(Math.Min(before, row[j]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], before);
            }
        }

        return row[b.Length];
    }
}
