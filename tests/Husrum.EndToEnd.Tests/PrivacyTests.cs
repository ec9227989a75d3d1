using System.Net;
using System.Text;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.EndToEnd.Tests;

/// <summary>After a whole run: what people typed, and the secrets of their links, stand in the register and nowhere else.</summary>
public sealed class PrivacyTests
{
    [Fact]
    public async Task Histories_logs_and_addresses_hold_nothing_of_what_people_typed()
    {
        await using var program = await ProgramUnderTest.StartAsync(["--demo", "--clock", "2026-08-31T08:00", "--Logging:LogLevel:Default=Debug"]);
        var tokens = new List<string>();
        using (var journey = new RefundJourney(program))
            await LiveAsync(program, journey, tokens);
        await program.StopAsync();

        var secrets = RefundJourney.Secrets.Concat(tokens.Select(t => t[(t.IndexOf('.', StringComparison.Ordinal) + 1)..])).ToList();
        tokens.Count.ShouldBe(3);
        Found(secrets, program.Output).ShouldBeEmpty("in what the program wrote to its console");
        LookAtHistories(program, secrets);
        using var database = SqliteDatabase.Open(Path.Combine(program.Data, "husrum.db"));
        Found(secrets, string.Join('\n', Directory.GetFileSystemEntries(program.Data, "*", SearchOption.AllDirectories).Select(Path.GetFileName))).ShouldBeEmpty("in file names");
        var keys = AllOf(database, "register_row", "partition || ' ' || row");
        Found(secrets, keys).ShouldBeEmpty("in keys of the register");
        Found(RefundJourney.Secrets, AllOf(database, "register_row", "body")).ShouldNotBeEmpty("the scan finds what is there to be found");
    }

    private static async Task LiveAsync(ProgramUnderTest program, RefundJourney journey, List<string> tokens)
    {
        using var claimant = new Visitor(program.Address);
        var addresses = new List<Uri>();
        async Task<Page> Visit(string link)
        {
            var token = link[(link.IndexOf("?t=", StringComparison.Ordinal) + 3)..];
            tokens.Add(Uri.UnescapeDataString(token));
            var page = await claimant.OpenAsync(link);
            foreach (var element in page.Document.QuerySelectorAll("a[href], form[action], img[src], link[href]"))
            {
                var address = element.GetAttribute("href") ?? element.GetAttribute("action") ?? element.GetAttribute("src")!;
                if (!address.Contains("sprog=", StringComparison.Ordinal)) // the entry page in the other language
                    Found([.. RefundJourney.Secrets, tokens[^1]], address).ShouldBeEmpty($"in an address on {link.Split('?')[0]}");
            }

            return page;
        }

        var (status, id, location) = await journey.ClaimAsync("claim-private");
        status.ShouldBe(HttpStatusCode.Created);
        await journey.SettleAsync();
        await Visit(location);
        LookAtHistories(program, RefundJourney.Secrets);
        var link = (await journey.LinkAsync("refund-approve", "/afgoer", id)).ShouldNotBeNull();
        var page = await Visit(link);
        addresses.Add((await page.SendAsync(page.Form("amount"), ("decision", "return"), ("amount", ""), ("reason", "Hvilken aktivitet? Kattehalsbånd?"))).Address);
        await journey.SettleAsync();
        await Visit((await journey.LinkAsync("refund-returned", "/ret", id) ?? await journey.LinkAsync("refund-complete", "/ret", id)).ShouldNotBeNull());
        LookAtHistories(program, RefundJourney.Secrets);
        await journey.StepAsync("P7D");
        LookAtHistories(program, RefundJourney.Secrets);
        using var treasurer = await journey.SignInAsync(DemoPeople.Treasurer);
        addresses.Add((await treasurer.OpenAsync("/udbetalinger")).Address);
        await journey.StepAsync("P1M");
        foreach (var address in addresses)
            Found([.. RefundJourney.Secrets, .. tokens], address.ToString()).ShouldBeEmpty();
    }

    // histories begin anew at each stage, so each stage's is looked at while it is there
    private static void LookAtHistories(ProgramUnderTest program, IEnumerable<string> secrets)
    {
        using var database = SqliteDatabase.Open(Path.Combine(program.Data, "husrum.db"), readOnly: true);
        AllOf(database, "history", "events").Length.ShouldBeGreaterThan(500); // they are there to be looked at
        foreach (var (table, columns) in new[] { ("history", "events"), ("inbox", "event"), ("instance", "id || name || ifnull(custom_status, '') || ifnull(parked, '')"), ("task", "name || ifnull(input, '')") })
            Found(secrets, AllOf(database, table, columns)).ShouldBeEmpty($"in the table {table}");
    }

    private static List<string> Found(IEnumerable<string> secrets, string text) => [.. secrets.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase))];

    private static string AllOf(SqliteDatabase database, string table, string column)
    {
        var statement = database.Prepare($"SELECT CAST({column} AS BLOB) FROM {table}");
        var all = new StringBuilder();
        while (statement.Step())
            all.Append(Encoding.UTF8.GetString(statement.Blob(0))).Append('\n');
        statement.Reset();
        return all.ToString();
    }
}
