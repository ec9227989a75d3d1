using System.Text.RegularExpressions;

namespace Husrum.EndToEnd.Tests.Chaos;

/// <summary>Weeks of an autumn in the rehearsal's organisation, lived over HTTP: claims, applications, a child's year that is under way, pay days; with the program being killed all the while, or in peace.</summary>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Sleeps">How often it was put to sleep.</param>
/// <param name="Answers">How many answers people gave.</param>
/// <param name="Messages">What the gateway took: to whom and what, without links and drawn ids, in order.</param>
/// <param name="Changed">Keys under which the gateway was handed two different messages.</param>
/// <param name="Reconciled">What the reconciliation of the data folder came to: exit code and words.</param>
internal sealed partial record ChaosLife(int Kills, int Sleeps, int Answers, IReadOnlyList<string> Messages, IReadOnlyList<string> Changed, (int ExitCode, string Output) Reconciled)
{
    private static readonly (string Name, string Mailbox, string Function)[] Applicants =
    [
        ("Signe Lykke", "signe@post.example", "arrangoer"),
        ("Tavs Holm", "tavs@post.example", "gruppeleder"),
        ("Bjarke Ravn", "bjarke@post.example", "venskabsfamilie"),
    ];

    /// <param name="seeded">A program whose data folder each life begins with.</param>
    /// <param name="random">Where the trouble comes from; null for a life in peace.</param>
    /// <param name="days">How many days it goes on.</param>
    public static async Task<ChaosLife> LiveAsync(ProgramUnderTest seeded, Random? random, int days)
    {
        await using var gateway = await CountingGateway.StartAsync();
        await using var program = ProgramUnderTest.OnCopyOf(seeded.Data, ["--demo"]);
        await using var menace = new Menace(program, new() { ["Messages__Gateway__Url"] = gateway.Url }, random);
        await menace.BeginAsync();
        var people = new Townsfolk(program, menace);
        var first = people.Today;
        for (var day = 0; day < days; day++)
        {
            await people.GoToAsync(first.AddDays(day));
            if (day % 4 == 1)
                await people.DoAsync(journey => ClaimAsync(journey, $"claim-on-day-{day}"));
            if (day / 3 is var number && day % 3 == 0 && number < Applicants.Length)
                await people.ApplyAsync(Applicants[number].Name, Applicants[number].Mailbox, Applicants[number].Function);
            await people.DoAsync(journey => journey.SettleAsync());
            await people.AnswerAsync();
            if (people.Today.DayOfWeek == DayOfWeek.Friday)
                await PayAsync(program, people);
        }

        await menace.EndAsync();
        await people.DoAsync(journey => journey.SettleAsync());
        await program.StopAsync();
        return new(menace.Kills, menace.Sleeps, people.Answers, [.. gateway.Messages().Select(Word).Where(word => !word.Contains("log-ind", StringComparison.Ordinal)).Order(StringComparer.Ordinal)], [.. gateway.Changed], await program.RunVerbAsync("reconcile", "--demo"));
    }

    /// <summary>What is not as in a life in peace; null where all is.</summary>
    public string? Wrong(ChaosLife peace)
    {
        var (missing, many) = (Beyond(peace.Messages, Messages), Beyond(Messages, peace.Messages));
        return missing.Count == 0 && many.Count == 0 && Changed.Count == 0 && Reconciled.ExitCode == 0
            ? null
            : $"missing [{string.Join(" | ", missing)}], too many [{string.Join(" | ", many)}], changed [{string.Join(", ", Changed)}], reconciled {Reconciled.ExitCode}: {Reconciled.Output}";
    }

    private static async Task ClaimAsync(RefundJourney journey, string key)
    {
        var (status, id, answer) = await journey.ClaimAsync(key);
        id.ShouldNotBeEmpty($"{status}: {answer}");
    }

    private static async Task PayAsync(ProgramUnderTest program, Townsfolk people)
    {
        Visitor? treasurer = null;
        await people.DoAsync(async journey => treasurer = await journey.SignInAsync(DemoPeople.Treasurer));
        await people.DoAsync(_ => RefundJourney.PayEverythingAsync(treasurer!));
        treasurer!.Dispose();
        await people.DoAsync(journey => journey.SettleAsync());
    }

    // the same message may be due to one person more than once: each counts
    private static List<string> Beyond(IReadOnlyList<string> these, IReadOnlyList<string> those)
    {
        var rest = those.CountBy(word => word).ToDictionary();
        return [.. these.Where(word => (rest[word] = rest.GetValueOrDefault(word) - 1) < 0)];
    }

    private static string Word(System.Text.Json.JsonElement message) =>
        Drawn().Replace(Address().Replace($"{message.GetProperty("to").GetString()}: {(message.TryGetProperty("subject", out var subject) ? subject.GetString() : "SMS")} {message.GetProperty("text").GetString()}", m => m.Groups["page"].Value), "id");

    [GeneratedRegex(@"https?://[^/\s]+(?<page>/[a-z-]+)\S*")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[a-z]-[a-z0-9]{12,}\b")]
    private static partial Regex Drawn();
}
