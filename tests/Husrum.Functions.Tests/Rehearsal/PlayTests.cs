using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Husrum.Core.Tests;
using Husrum.Functions.Embedded;
using Husrum.Functions.Rehearsal;
using Husrum.Functions.Rehearsal.Plays;
using Husrum.Functions.Rehearsal.Printing;

namespace Husrum.Functions.Tests.Rehearsal;

/// <summary>Every process through <c>rehearse</c>, and the three forms it is printed in.</summary>
public sealed partial class PlayTests
{
    private static readonly string[] Fields = ["at", "process", "instance", "kind", "to", "channel", "template", "text", "due", "rule"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("refund", "Paid", "refund-received,refund-approve,refund-approved,refund-paid")]
    [InlineData("volunteer", "Approved", "volunteer-confirm,volunteer-booked,volunteer-declaration,volunteer-course-booked,volunteer-welcome")]
    [InlineData("leave", "Returned", "leave-begun,leave-reminder,leave-welcome-back")]
    [InlineData("friend-family", "Approved", "family-confirm,family-booked,family-rules,family-consent,family-welcome")]
    [InlineData("referral", "Ready", "referral-confirm,referral-consent,referral-copy,referral-ready")]
    [InlineData("match", "Started", "hto-match,hto-match-times,hto-match-booked,hto-match-referrer,hto-started")]
    [InlineData("hjem-til-os", "Closed", "hto-started,hto-visit-reminder,hto-met,hto-three-months,hto-booked,hto-future,hto-future-agreed,hto-farewell-family,hto-farewell-child")]
    public async Task A_process_comes_to_its_end_with_its_main_messages(string process, string state, string templates)
    {
        var result = await Rehearsing.PlainAsync(process);
        result.Events.ShouldContain(e => e.Kind == RehearsedKind.State && e.Name == state);
        templates.Split(',').Except(result.Events.Where(e => e.Kind == RehearsedKind.Message).Select(e => e.Name)).ShouldBeEmpty();
        result.Events.ShouldBeInOrder(SortDirection.Ascending, Comparer<RehearsedEvent>.Create((a, b) => a.At.CompareTo(b.At)));
        result.Events.ShouldAllBe(e => e.Text.Length > 0 && !e.Text.Contains("{{") && !e.Text.Contains("?t="));
        result.Events.Where(e => e.Kind == RehearsedKind.Message).ShouldAllBe(e => e.Name.Length > 0 && e.To != null && !e.To.Contains('@') && !e.To.Contains('+'));
    }

    public static TheoryData<string, string> Branches =>
        [.. AllPlays.List.SelectMany(play => play.WhatIfs.Select(w => (play.Name, w.Takes switch { WhatIfDates.Day => w.Name + "=2027-02-01", WhatIfDates.Period => w.Name + "=2026-11-02..2026-11-22", _ => w.Name })))];

    [Theory]
    [MemberData(nameof(Branches))]
    public async Task Every_what_if_goes_another_way_than_the_plain_one(string process, string whatIf)
    {
        var plain = new Branch(Branch.Plain, await Rehearsing.PlainAsync(process));
        var other = new Branch(whatIf, await Rehearsing.PlayAsync(process, "2026-08-31", whatIf));
        other.PartsFrom(plain).ShouldBeLessThan(Math.Max(plain.Result.Events.Count, other.Result.Events.Count));
        TextPrint.Of([plain, other]).ShouldContain(other.PartsFrom(plain) > 0 ? "Herfra går det anderledes" : "Generalprøve");
    }

    [Fact]
    public async Task Every_rule_that_a_line_names_stands_in_the_lists_of_rules()
    {
        var lists = await Task.WhenAll(new[] { "hjem-til-os-regler.md", "frivillige-regler.md", "udlaeg-regler.md" }.Select(list => File.ReadAllTextAsync(SourceTree.Path("docs", list), Ct)));
        var known = Rows().Matches(string.Concat(lists)).SelectMany(row => Ids().Matches(row.Value)).Select(id => id.Value).ToHashSet();
        known.Count.ShouldBeGreaterThan(80);
        AllPlays.List.SelectMany(play => play.Rules.Select(rule => $"{play.Name}: {rule.Value}")).Where(line => !known.Contains(line.Split(' ')[1])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_is_an_array_of_lines_in_local_time_with_its_offset()
    {
        using var json = JsonDocument.Parse(await Rehearsing.PrintAsync(["rehearse", "venskab", "--start", "31.8.2026", "--format", "json"]));
        json.RootElement.GetArrayLength().ShouldBeGreaterThan(300);
        foreach (var line in json.RootElement.EnumerateArray())
        {
            line.EnumerateObject().Select(field => field.Name).Where(name => name != "marks").ShouldBe(Fields);
            line.GetProperty("at").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$");
            line.GetProperty("kind").GetString().ShouldBeOneOf("message", "task", "decision", "milestone", "state");
        }

        var reminder = json.RootElement.EnumerateArray().First(line => line.GetProperty("template").GetString() == "hto-visit-reminder");
        (reminder.GetProperty("at").GetString(), reminder.GetProperty("channel").GetString(), reminder.GetProperty("rule").GetString()).ShouldBe(("2026-09-09T17:00:00+02:00", "sms", "Y4"));
        json.RootElement.EnumerateArray().ShouldContain(line => line.GetProperty("at").GetString()!.EndsWith("+01:00"));
    }

    [Theory]
    [InlineData("da", "Generalprøve: Hjem til Os: et år")]
    [InlineData("en", "Rehearsal: Hjem til Os: a year")]
    public async Task Html_is_one_well_formed_file_that_needs_nothing_from_elsewhere(string language, string title)
    {
        var html = await Rehearsing.PrintAsync(["rehearse", "hjem-til-os", "--start", "2026-08-31", "--lang", language, "--what-if", "family-says-no", "--branches", "--format", "html"]);
        var page = XDocument.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]);
        html.ShouldContain(title);
        page.Descendants().Select(e => e.Name.LocalName).Intersect(["script", "link", "img", "iframe"]).ShouldBeEmpty();
        page.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        html.ShouldNotContain("url(");
        page.Descendants().Count(e => e.Name.LocalName == "svg").ShouldBe(2);
        page.Descendants().Attributes("id").Select(a => a.Value).ShouldBeUnique();
        page.Descendants().Count(e => e.Name.LocalName == "tr").ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task In_english_no_line_is_in_danish()
    {
        var year = await Rehearsing.PlayAsync("hjem-til-os", "2026-08-31", language: "en");
        year.Events.Where(e => e.Text.Contains('æ') || e.Text.Contains('ø') || e.Text.Contains('å')).Select(e => e.Text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PROCESS", "rehearse", "hjem-til-jer")]
    [InlineData("PROCESS", "rehearse")]
    [InlineData("--start", "rehearse", "leave", "--start", "31. august")]
    [InlineData("--start", "rehearse", "leave", "--start", "1926-08-31")]
    [InlineData("--weekday", "rehearse", "hjem-til-os", "--weekday", "t")]
    [InlineData("--municipality", "rehearse", "hjem-til-os", "--municipality", "Hvergi")]
    [InlineData("--lang", "rehearse", "leave", "--lang", "de")]
    [InlineData("--format", "rehearse", "leave", "--format", "pdf")]
    [InlineData("--what-if", "rehearse", "leave", "--what-if", "family-says-no")]
    [InlineData("--what-if", "rehearse", "hjem-til-os", "--start", "2026-08-31", "--what-if", "family-ends-at=2030-01-01")]
    [InlineData("--what-if", "rehearse", "hjem-til-os", "--start", "2026-08-31", "--what-if", "pause=2026-12-01..2026-11-01")]
    public async Task What_does_not_read_is_said_with_what_to_type(string named, params string[] args)
    {
        var refused = await Should.ThrowAsync<StartOptionsException>(() => Rehearsing.PrintAsync(args));
        refused.Message.ShouldContain($"  {named}: ");
        refused.Message.ShouldContain("friend-family");
    }

    [Theory]
    [InlineData("--start", "2026-08-31")]
    [InlineData("backup", "--what-if=rejected")]
    public void An_option_of_the_verb_is_refused_anywhere_else(params string[] args) =>
        Should.Throw<StartOptionsException>(() => Arguments.Read(args)).Message.ShouldContain("rehearse");

    [Fact]
    public async Task A_data_folder_is_read_and_not_touched()
    {
        var folder = Directory.CreateTempSubdirectory("husrum-rehearse-data-").FullName;
        try
        {
            var organisation = Core.Organisations.DefaultOrganisation.Write(Core.Organisations.DefaultOrganisation.Value with { Name = "Prøvehuset" });
            await File.WriteAllTextAsync(Path.Combine(folder, "organisation.json"), organisation, Ct);
            using var output = new StringWriter();
            await Verb.Of(Arguments.Read(["rehearse", "orlov", "--start", "2026-08-31", "--data", folder]))!.RunAsync(output);
            output.ToString().ShouldContain("Prøvehuset");
            Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["organisation.json"]);
            var refused = await Should.ThrowAsync<StartOptionsException>(() => Verb.Of(Arguments.Read(["rehearse", "hjem-til-os", "--data", folder]))!.RunAsync(TextWriter.Null));
            refused.Message.ShouldContain("organisation.json says nothing of Hjem til Os");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_year_is_rehearsed_in_seconds()
    {
        await Rehearsing.PlainAsync("hjem-til-os");
        var watch = Stopwatch.StartNew();
        await Rehearsing.PlayAsync("hjem-til-os", "2026-10-31", weekday: "saturday");
        TestContext.Current.TestOutputHelper?.WriteLine($"A year rehearsed in {watch.ElapsedMilliseconds} ms.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10)); // under two where nothing else runs: the figure is in the output
    }

    [GeneratedRegex(@"^\| [^|]*\|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\b[ERFMYKVX]\d{1,2}\b")]
    private static partial Regex Ids();
}
