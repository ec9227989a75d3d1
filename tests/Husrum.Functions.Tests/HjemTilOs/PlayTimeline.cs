using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.People;
using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Core.Tests;
using Husrum.Functions.Demo;
using Husrum.Functions.Pages.Mailbox;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>
/// Prints a story for a person to read, every message, task, answer and date, and holds it against the one that is kept in <c>Golden</c>.
/// One that is missing is written where <c>HUSRUM_WRITE_GOLDEN=1</c>; one that exists is never written over.
/// </summary>
internal static partial class PlayTimeline
{
    private static readonly string[] Demo = [DemoYear.Id, DemoFamilies.OnTheWay, DemoFamilies.Approved, DemoReferrals.Waiting, DemoReferrals.Missing];

    private static readonly Dictionary<char, (string Word, string Partition)> Kinds = new()
    {
        ['f'] = ("familie", "family:"),
        ['h'] = ("henvisning", "referral:"),
        ['m'] = ("match", "match:"),
        ['c'] = ("forløb", "course:"),
        ['w'] = ("bekymring", "worry:"),
    };

    /// <summary>True for what belongs to a story and not to the rehearsal's own people.</summary>
    public static bool IsOurs(string key) => CaseOf(key) is { Length: > 2 } id && id[1] == '-' && Kinds.ContainsKey(id[0]) && !Demo.Contains(id, StringComparer.Ordinal);

    /// <summary>Compares what has happened, from a local day on, with the file of this name.</summary>
    public static async Task ShouldMatchAsync(this Play play, string name, string from = "")
    {
        var cancellation = TestContext.Current.CancellationToken;
        var file = SourceTree.Path("tests", "Husrum.Functions.Tests", "HjemTilOs", "Golden", name + ".txt");
        var printed = string.Join('\n', (await PrintAsync(play, cancellation)).Where(line => string.CompareOrdinal(line, from) >= 0)) + "\n";
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("HUSRUM_WRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, printed, cancellation);
        var kept = await File.ReadAllTextAsync(file, cancellation);
        foreach (var (number, (was, now)) in kept.Split('\n').Zip(printed.Split('\n')).Index())
            now.ShouldBe(was, $"line {number + 1} of {name}.txt");
        printed.ShouldBe(kept);
        var books = await play.Site.Part<Reconciler>().RunAsync(cancellation);
        books.Imbalances.Where(imbalance => IsOurs(imbalance.CaseId)).ShouldBeEmpty(name);
    }

    public static async Task<IReadOnlyList<string>> PrintAsync(Play play, CancellationToken cancellation)
    {
        using var guest = play.Site.Guest();
        var mails = (await guest.Http.GetFromJsonAsync<List<MailboxEntry>>("/postkasse.json", cancellation))!.Where(mail => IsOurs(mail.Key)).ToList();
        var register = play.Site.Part<IRegister>();
        var lines = new List<(DateTimeOffset At, int Order, string Case, string Text)>();
        foreach (var mail in mails)
            lines.Add((mail.Due, 2, CaseOf(mail.Key), $"{(mail.Channel == "sms" ? "sms" : "mail")}  {Who(play, mail.To),-8} {Words(mail)}"));
        foreach (var id in mails.Select(mail => CaseOf(mail.Key)).Distinct(StringComparer.Ordinal).ToList())
        {
            var partition = Kinds[id[0]].Partition + id;
            var story = (await play.Site.Part<CaseProcesses>().Of(partition)!.StoryAsync(id, "", cancellation))!;
            var number = 0;
            await foreach (var line in register.QueryAsync<TimelineLine>(partition, TimelineLine.Prefix, cancellation: cancellation))
            {
                var who = line.Value.By is { } by ? (await play.Site.Part<PersonDirectory>().ReachAsync(by, cancellation))?.Email?.Split('@')[0] ?? "" : "";
                var said = line.Value.What.Contains(':', StringComparison.Ordinal);
                lines.Add((line.Value.At, said ? 0 : 1, id, $"{(!said ? "===" : who.Length > 0 ? "svar" : "tid")}  {who,-8} {story.Timeline[number++].What.Danish}"));
            }
        }

        var labels = Labels(play.Cases.Select(partition => partition[(partition.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        return
        [
            .. lines.Select(line => (line.At, line.Order, Text: $"{labels[line.Case],-12}  {line.Text}")).OrderBy(line => line.At).ThenBy(line => line.Order).ThenBy(line => line.Text, StringComparer.Ordinal)
                .Select(line => $"{Wall(line.At)}  {line.Text}".TrimEnd()),
        ];
    }

    // the first of each kind has no number
    private static Dictionary<string, string> Labels(IEnumerable<string> cases)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in cases.Where(id => !labels.ContainsKey(id)))
        {
            var count = labels.Keys.Count(other => other[0] == id[0]) + 1;
            labels[id] = count == 1 ? Kinds[id[0]].Word : $"{Kinds[id[0]].Word} {count}";
        }

        return labels;
    }

    private static string Words(MailboxEntry mail)
    {
        var text = mail.Channel == "sms" ? mail.Text[..mail.Text.IndexOf("http", StringComparison.Ordinal)].Trim() : mail.Subject!;
        return text + (Task().Match(mail.Text) is { Success: true } task ? " · " + task.Groups[1].Value : "") + (mail.State is "sent" or "delivered" ? "" : $" ({mail.State})");
    }

    private static string Who(Play play, string to) => play.Phones.GetValueOrDefault(to) ?? to.Split('@')[0];

    private static string CaseOf(string key) => key.Split('/')[0];

    private static string Wall(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{WallTime.LocalDate(at):yyyy-MM-dd ddd} {WallTime.LocalTime(at):HH\\:mm}");

    [GeneratedRegex(@"opgave til dig i [^:]+: (.*?)\. (?:Den handler om|Forløbet har)", RegexOptions.Singleline)]
    private static partial Regex Task();
}
