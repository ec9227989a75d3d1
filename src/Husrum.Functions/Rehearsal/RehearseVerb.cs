using System.Diagnostics;
using Husrum.Core.Calendar;
using Husrum.Core.Organisations;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Husrum.Functions.Rehearsal.Plays;
using Husrum.Functions.Rehearsal.Printing;

namespace Husrum.Functions.Rehearsal;

/// <summary><c>rehearse PROCESS</c>: plays a process through and prints what happens. It reads <c>organisation.json</c> of the data folder, where there is one, or of the account that is set; and changes nothing.</summary>
internal static class RehearseVerb
{
    // what takes longer is said to be under way
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(1);

    /// <summary>Plays, and writes what came of it.</summary>
    /// <param name="process">As typed; null for a list of what there is.</param>
    /// <param name="options">The options of the command line, and of nothing else: a machine's own LANG says nothing of a rehearsal.</param>
    /// <param name="settings">Those of the environment too: where an account is set, its organisation is meant, unless a data folder is named.</param>
    /// <param name="data">The data folder, which need not be there.</param>
    /// <param name="output">Where it is printed.</param>
    /// <exception cref="StartOptionsException">Something asked for does not read; the message says what to type.</exception>
    public static async Task RunAsync(string? process, IConfiguration options, IConfiguration settings, DataFolder data, TextWriter output)
    {
        var typed = new TypedRequest
        {
            Process = process ?? "",
            Start = options["start"] ?? "",
            Weekday = options["weekday"] ?? "",
            Municipality = options["municipality"] ?? "",
            Language = options["lang"] ?? "",
            WhatIf = options["what-if"] ?? "",
        };
        var format = options["format"] ?? "text";
        var organisation = options["data"] is null && StorageSettings.Read(settings) is { } account ? await (await AccountOffline.OpenAsync(account, settings)).Organisation.Value : Organisation(data.Organisation);
        var (request, problems) = RequestReading.Read(typed, organisation, WallTime.LocalDate(TimeProvider.System.GetUtcNow()));
        List<string> wrong = [.. problems.Select(p => $"  {(p.Field == "process" ? "PROCESS" : "--" + p.Field)}: {p.English}")];
        if (format is not ("text" or "json" or "html"))
            wrong.Add("  --format: text, json or html.");
        if (request is null || wrong.Count > 0)
            throw new StartOptionsException($"This cannot be rehearsed:\n{string.Join('\n', wrong)}\n{Usage}");
        try
        {
            await WriteAsync(Print(await PlayAsync(request, options["branches"] == "true", organisation), format), options["out"], output);
        }
        catch (RehearsalException e)
        {
            throw new StartOptionsException($"This cannot be rehearsed: {e.Why.English}");
        }
    }

    private static string Usage => $"""
        rehearse PROCESS [--start 2026-08-31] [--weekday thursday] [--municipality NAME] [--lang da|en] [--what-if NAME[=DATES]] [--branches] [--format text|json|html] [--out FILE] [--data DIR]
        {string.Join('\n', AllPlays.List.Select(p => $"  {p.Name,-14} {p.Title.English}. What if: {string.Join(", ", p.WhatIfs.Select(w => w.Usage))}"))}
        """;

    // a data folder is looked into and not made
    private static Organisation Organisation(string file) => File.Exists(file) ? OrganisationReader.Read(File.ReadAllText(file)) : DemoOrganisation.Make();

    private static async Task<IReadOnlyList<Branch>> PlayAsync(RehearsalRequest request, bool all, Organisation organisation)
    {
        List<RehearsalRequest> wanted = [request];
        if (all)
            wanted = [request with { WhatIfs = [] }, .. request.WhatIfs.Count > 0 ? [request] : request.Play.WhatIfs.Where(w => w.Takes == WhatIfDates.None).Select(w => request with { WhatIfs = [new WhatIf(w)] })];
        var (watch, branches) = (Stopwatch.StartNew(), new List<Branch>());
        foreach (var one in wanted)
        {
            var name = one.WhatIfs.Count == 0 ? Branch.Plain : string.Join(",", one.WhatIfs);
            if (watch.Elapsed > Silent && !Console.IsErrorRedirected)
                await Console.Error.WriteLineAsync(FormattableString.Invariant($"{branches.Count}/{wanted.Count} … {name}"));
            branches.Add(new Branch(name, await Rehearser.RunAsync(one, organisation)));
        }

        return branches;
    }

    private static string Print(IReadOnlyList<Branch> branches, string format) => format switch
    {
        "json" => JsonPrint.Of(branches),
        "html" => HtmlPrint.Page(branches),
        _ => TextPrint.Of(branches),
    };

    private static async Task WriteAsync(string text, string? file, TextWriter output)
    {
        if (file is null)
        {
            await output.WriteAsync(text);
            return;
        }

        await File.WriteAllTextAsync(file, text);
        await output.WriteLineAsync($"Written: {Path.GetFullPath(file)}");
    }
}
