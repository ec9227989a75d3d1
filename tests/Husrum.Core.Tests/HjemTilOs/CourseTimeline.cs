using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Messages;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>
/// Prints a year for a person to read, and holds it against the year that is kept in <c>Golden</c>.
/// One that is missing is written where <c>HUSRUM_WRITE_GOLDEN=1</c>; one that exists is never written over.
/// </summary>
internal static class CourseTimeline
{
    public static async Task<IReadOnlyList<string>> PrintAsync(CourseWorld world, CancellationToken cancellation)
    {
        var catalogue = MessageCatalogue.Load([.. HtoMessages.Specs, .. CaseMessages.Specs]);
        var lines = new List<(DateTimeOffset At, int Order, string Text)>();
        foreach (var notice in await world.NoticesAsync())
        {
            var rendered = catalogue.Render(notice, link => "https://eksempel.example" + link.Path);
            rendered.Text.ShouldNotContain("{{");
            var text = notice.Channel == NoticeChannel.Sms ? rendered.Text[..rendered.Text.IndexOf("https:", StringComparison.Ordinal)].Trim() : rendered.Subject;
            var detail = notice.Fields.GetValueOrDefault("task") ?? notice.Fields.GetValueOrDefault("holiday") ?? "";
            lines.Add((notice.Due, 2, $"{(notice.Channel == NoticeChannel.Sms ? "sms " : "mail")}  {notice.To switch { "+4529815901" => "mona", "+4529815902" => "fie", var to => to.Split('@')[0] },-7} {text}{(detail.Length > 0 ? " · " + detail : "")}"));
        }

        foreach (var decision in await world.DecisionsAsync())
        {
            if (decision.AnsweredAt is { } at)
                lines.Add((at, 0, $"{(decision.AnsweredBy is null ? "time" : "said")}  {decision.Question}: {decision.Answer}"));
        }

        await foreach (var line in world.House.Register.QueryAsync<TimelineLine>(CourseProcess.Prefix + CourseWorld.Id, TimelineLine.Prefix, cancellation: cancellation))
        {
            if (!line.Value.What.Contains(':', StringComparison.Ordinal))
                lines.Add((line.Value.At, 1, $"====  {CourseWordsOf(line.Value.What)}"));
        }

        return [.. lines.OrderBy(l => l.At).ThenBy(l => l.Order).ThenBy(l => l.Text, StringComparer.Ordinal).Select(l => $"{Wall(l.At)}  {l.Text}")];
    }

    public static async Task ShouldMatchAsync(CourseWorld world, string name, CancellationToken cancellation)
    {
        var file = SourceTree.Path("tests", "Husrum.Core.Tests", "HjemTilOs", "Golden", name + ".txt");
        var printed = string.Join('\n', await PrintAsync(world, cancellation)) + "\n";
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("HUSRUM_WRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, printed, cancellation);
        var kept = await File.ReadAllTextAsync(file, cancellation);
        foreach (var (number, (was, now)) in kept.Split('\n').Zip(printed.Split('\n')).Index())
            now.ShouldBe(was, $"line {number + 1} of {name}.txt");
        printed.ShouldBe(kept);
    }

    private static string CourseWordsOf(string word) => word is "reminded" or "escalated" or "stuck" or "restarted" ? word : CourseWords.Line(word).Danish;

    private static string Wall(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{WallTime.LocalDate(at):yyyy-MM-dd ddd} {WallTime.LocalTime(at):HH\\:mm}");
}
