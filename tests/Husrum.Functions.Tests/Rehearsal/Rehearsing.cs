using System.Collections.Concurrent;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Husrum.Functions.Rehearsal;

namespace Husrum.Functions.Tests.Rehearsal;

/// <summary>Rehearsals as tests ask for them.</summary>
internal static class Rehearsing
{
    private static readonly DateOnly Today = new(2026, 8, 1);

    private static readonly ConcurrentDictionary<string, Task<RehearsalResult>> Plain = new();

    /// <summary>What the verb prints.</summary>
    public static async Task<string> PrintAsync(string[] args)
    {
        using var output = new StringWriter();
        await Verb.Of(Arguments.Read([.. args, "--data", Path.Combine(Path.GetTempPath(), "husrum-no-such-folder")]))!.RunAsync(output);
        return output.ToString();
    }

    /// <summary>The way a process should go from 31 August 2026, played once for all tests.</summary>
    public static Task<RehearsalResult> PlainAsync(string process) => Plain.GetOrAdd(process, _ => PlayAsync(process, "2026-08-31"));

    /// <summary>The rehearsal of the invented organisation.</summary>
    public static async Task<RehearsalResult> PlayAsync(string process, string start, string whatIf = "", string weekday = "", string language = "")
    {
        var (request, problems) = RequestReading.Read(new TypedRequest { Process = process, Start = start, WhatIf = whatIf, Weekday = weekday, Language = language }, DemoOrganisation.Make(), Today);
        problems.ShouldBeEmpty();
        return await Rehearser.RunAsync(request!, DemoOrganisation.Make(), TestContext.Current.CancellationToken);
    }
}
