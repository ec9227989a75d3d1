using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Functions.Messages.Smtp;
using Husrum.Functions.Tests.Messages.CommunicationServices;
using Husrum.Functions.Tests.Messages.Smtp;

namespace Husrum.Functions.Tests.Messages;

/// <summary>
/// Hours of trouble, drawn with a seed, and days of peace after them: the provider throttles, fails, cuts the line in the middle of a message, falls silent before and after it took, has another time, reports late, twice and out of order; the register fails;
/// the process is started again. In the end every message is accounted for: none lost, none sent twice, and what nobody can know is before a person.
/// </summary>
public sealed class FaultRunTests
{
    private const int Messages = 40;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3)]
    [InlineData(3, -3)]
    public async Task With_keys_nothing_is_lost_and_nothing_goes_twice(int seed, int minutesAhead)
    {
        var random = new Random(seed);
        await using var bench = new ProviderBench();
        await using var server = await CommunicationServer.StartAsync(new SkewedClock(bench.Clock, TimeSpan.FromMinutes(minutesAhead)));
        await using var host = await ReportHost.StartAsync(bench.Register, bench.Clock);
        server.Faults = _ => Draw(random) switch
        {
            < 10 => Fault.Throttles(30),
            < 20 => Fault.Answers(503),
            < 30 => Fault.SilentBeforeTaking,
            < 40 => Fault.SilentAfterTaking,
            < 50 => Fault.FailsAfterTaking,
            < 60 => Fault.CutsUpload(20),
            _ => Fault.None,
        };
        server.Recipient = to => to.EndsWith('7') ? 400 : 202;
        var notices = await WriteAsync(bench, sms: true);
        var reported = new ConcurrentBag<string>();
        for (var i = 0; i < 30; i++)
        {
            bench.Register.BeforeCommit = _ => FailAtTimes(random);
            await bench.LiveAsync(server.Provider(bench.Clock), TimeSpan.FromMinutes(10));
            bench.Register.BeforeCommit = null;
            foreach (var sms in server.Sms.Where(_ => Draw(random) < 40).OrderBy(_ => Draw(random)))
            {
                var status = sms.To.EndsWith('3') || Draw(random) < 10 ? "Failed" : "Delivered";
                (await host.PostAsync($"[{Events.Sms(sms.Tag!, status, bench.Clock.GetUtcNow().AddSeconds(-Draw(random)), "4006")}]")).Status.ShouldBe(200);
                reported.Add(sms.Tag!);
            }

            foreach (var mail in server.Mails.Where(_ => Draw(random) < 40))
                (await host.PostAsync(Events.Email(mail.Id, Draw(random) < 10 ? "Bounced" : "Delivered", bench.Clock.GetUtcNow()))).Status.ShouldBe(200);
        }

        await bench.LiveAsync(server.Provider(bench.Clock), TimeSpan.FromDays(4));
        (server.Sms.GroupBy(sms => sms.Id).Max(group => group.Count()), server.Mails.GroupBy(mail => mail.Id).Max(group => group.Count())).ShouldBe((1, 1));
        await AccountAsync(bench, notices, server.Sms.Select(sms => Guid.Parse(sms.Id)).Concat(server.Mails.Select(mail => Guid.Parse(mail.Id))).ToHashSet());
        reported.ShouldNotBeEmpty();
        server.Posts.ShouldBeGreaterThan(Messages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Without_keys_nothing_is_lost_nothing_goes_twice_and_what_is_in_doubt_is_said_to_be(int seed)
    {
        var random = new Random(seed);
        await using var bench = new ProviderBench();
        await using var server = new SmtpServer();
        var answers = new ConcurrentDictionary<(string, int), string?>();
        server.Says = (verb, conversation) => answers.GetOrAdd((verb, conversation), _ => Draw(random) switch
        {
            < 4 => "",
            < 8 => "451 4.3.0 Later",
            _ => verb == "RCPT" && Draw(random) < 4 ? "550 5.1.1 No such user" : null,
        });
        var notices = await WriteAsync(bench, sms: false);
        for (var i = 0; i < 30; i++)
        {
            bench.Register.BeforeCommit = _ => FailAtTimes(random);
            using var provider = new SmtpProvider(server.Options(), DefaultOrganisation.Value);
            await bench.LiveAsync(provider, TimeSpan.FromMinutes(10));
        }

        bench.Register.BeforeCommit = null;
        using var last = new SmtpProvider(server.Options(), DefaultOrganisation.Value);
        await bench.LiveAsync(last, TimeSpan.FromDays(4));
        var names = server.Mails.Select(mail => Guid.Parse(Regex.Match(mail, "Message-ID: <([0-9a-f]{32})@").Groups[1].Value)).ToList();
        names.Distinct().Count().ShouldBe(names.Count);
        await AccountAsync(bench, notices, [.. names]);
    }

    private static async Task<List<Stored<Notice>>> WriteAsync(ProviderBench bench, bool sms)
    {
        var notices = new List<Stored<Notice>>();
        for (var i = 0; i < Messages; i++)
        {
            var fallback = i % 3 == 0 ? new NoticeFallback(NoticeChannel.Email, $"p{i}@post.example") : null;
            notices.Add(sms && i % 2 == 0
                ? await bench.WriteAsync(NoticeChannel.Sms, $"+45201234{i:D2}", fallback: fallback)
                : await bench.WriteAsync(NoticeChannel.Email, $"p{i}@post.example"));
        }

        return notices;
    }

    // each message's state agrees with what the provider had, and those in doubt or failed are before a person, all of them and no others
    private static async Task AccountAsync(ProviderBench bench, List<Stored<Notice>> notices, HashSet<Guid> went)
    {
        var forAPerson = 0;
        var all = new List<Notice>();
        foreach (var stored in notices)
        {
            all.Add(await bench.SeeAsync(stored));
            if (await bench.OtherWayOfAsync(stored) is { } other && stored.Value.Channel == NoticeChannel.Sms)
                all.Add(other);
        }

        foreach (var notice in all)
        {
            var hasGone = went.Contains(NoticeId.Of(notice.Key, 0));
            switch (notice.State)
            {
                case NoticeState.Sent or NoticeState.Delivered:
                    hasGone.ShouldBeTrue(notice.Key);
                    break;
                case NoticeState.Failed when notice.Reported is null:
                    hasGone.ShouldBeFalse(notice.Key);
                    break;
                case NoticeState.Failed or NoticeState.Uncertain:
                    break;
                default:
                    Assert.Fail($"{notice.Key} is {notice.State}");
                    break;
            }

            forAPerson += Outbox.NeedsAPerson(notice) ? 1 : 0;
        }

        (await bench.WaitingAsync()).ShouldBe(0);
        (await bench.BeforeAPersonAsync()).ShouldBe(forAPerson);
        (await bench.TasksAsync()).ShouldBe(forAPerson); // and each is a task of the coordinator's
        all.Count(notice => notice.State is NoticeState.Sent or NoticeState.Delivered).ShouldBeGreaterThan(Messages / 2);
    }

    private static void FailAtTimes(Random random)
    {
        if (Draw(random) < 8)
            throw new IOException("the disk was busy");
    }

    private static int Draw(Random random)
    {
        lock (random)
            return random.Next(100);
    }
}
