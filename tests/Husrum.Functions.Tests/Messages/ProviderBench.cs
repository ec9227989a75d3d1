using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Messages;
using Husrum.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Messages;

/// <summary>A register, a clock, and messengers that come and go, with whatever provider is put to the test.</summary>
internal sealed class ProviderBench : IAsyncDisposable
{
    private readonly List<Messenger> _messengers = [];
    private int _made;

    public InMemoryRegister Register { get; } = new();

    /// <summary>Monday 31 August 2026, 10:00 in Denmark.</summary>
    public TestClock Clock { get; } = new();

    public NoticeDesk Desk => new(Register, new NoticeList(Register), Clock);

    public DeliveryReports Reports => new(Register, Clock, NullLogger<DeliveryReports>.Instance);

    /// <summary>A messenger as a new process would have it.</summary>
    public Messenger Start(IMessageProvider provider)
    {
        var options = new MessengerOptions { Breath = TimeSpan.FromMilliseconds(20) };
        var messenger = new Messenger(Register, new PlainRenderer(), provider, options, Clock, NullLogger<Messenger>.Instance);
        _messengers.Add(messenger);
        messenger.Start();
        return messenger;
    }

    /// <summary>Sends what is due.</summary>
    public async Task SendAsync(IMessageProvider provider)
    {
        var messenger = Start(provider);
        await IdleAsync(messenger);
        await messenger.StopAsync();
    }

    /// <summary>Sends, and turns the clock to whatever comes next, for so long.</summary>
    public async Task LiveAsync(IMessageProvider provider, TimeSpan span)
    {
        var (messenger, end) = (Start(provider), Clock.GetUtcNow() + span);
        await IdleAsync(messenger);
        while (messenger.NextDue is { } next && next <= end)
        {
            Clock.Set(next);
            messenger.ClockMoved();
            await IdleAsync(messenger);
        }

        await messenger.StopAsync();
        Clock.Set(end);
    }

    /// <summary>Sends, and the process dies before it notes what came of it.</summary>
    public async Task DieBeforeNotingAsync(IMessageProvider provider)
    {
        var dies = new TaskCompletionSource();
        Register.BeforeCommit = batch =>
        {
            if (batch.Changes.Any(c => c.Record is Notice { State: not NoticeState.Sending }))
            {
                dies.TrySetResult();
                throw new IOException("the machine stopped");
            }
        };
        var messenger = Start(provider);
        await dies.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await messenger.StopAsync();
        Register.BeforeCommit = null;
    }

    public async Task<Stored<Notice>> WriteAsync(NoticeChannel channel, string to, string text = "Husk besøget i morgen kl. 14.", NoticeFallback? fallback = null, string? caseId = null)
    {
        var number = Interlocked.Increment(ref _made);
        var notice = new Notice
        {
            Key = NoticeKey.For($"u-{number}", "reminder", new DateOnly(2026, 8, 31), "p-1", channel),
            Channel = channel,
            Template = "reminder",
            Language = "da",
            To = to,
            Fields = new Dictionary<string, string> { ["text"] = text },
            Fallback = fallback,
            Due = Clock.GetUtcNow(),
        };
        var batch = Outbox.Add(new RegisterBatch(Partitions.Claim(caseId ?? $"u-{number}")), notice);
        (await Register.CommitAsync(batch)).ShouldBe(CommitOutcome.Done);
        return (await Register.GetAsync<Notice>(batch.Partition, Outbox.RowOf(notice.Key))).ShouldNotBeNull();
    }

    public async Task<Notice> SeeAsync(Stored<Notice> notice) => (await Register.GetAsync<Notice>(notice.Partition, notice.Row)).ShouldNotBeNull().Value;

    /// <summary>The e-mail that went in an SMS's place, or null.</summary>
    public async Task<Notice?> OtherWayOfAsync(Stored<Notice> notice) =>
        (await Register.GetAsync<Notice>(notice.Partition, Outbox.RowOf(NoticeKey.InChannel(notice.Value.Key, NoticeChannel.Email))))?.Value;

    public Task<int> BeforeAPersonAsync() => CountAsync(Partitions.NoticeTroubleIndex);

    /// <summary>How many of them the coordinator of the messages' department finds among their tasks.</summary>
    public async Task<int> TasksAsync()
    {
        var staff = new StaffDirectory(Register, new Ids(new SeededRandom()));
        await staff.PutAsync("p-coordinator", [StaffRole.Coordinator], ["aarhus"]);
        return (await new UndeliveredMessages(Register, staff, [new Aarhus()]).ForAsync("p-coordinator", most: 1_000)).Count;
    }

    public Task<int> WaitingAsync() => CountAsync(Partitions.NoticeDueIndex);

    public async ValueTask DisposeAsync()
    {
        Register.BeforeCommit = null;
        foreach (var messenger in _messengers)
            await messenger.DisposeAsync();
    }

    private static Task IdleAsync(Messenger messenger) => messenger.WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private async Task<int> CountAsync(string index)
    {
        var count = 0;
        await foreach (var _ in Register.QueryAsync<NoticePlace>(index))
            count++;
        return count;
    }

    private sealed class Aarhus : IMessageMatters
    {
        public Task<MessageMatter?> OfAsync(string partition, CancellationToken cancellation) => Task.FromResult<MessageMatter?>(new("aarhus", new("Udlæg", "Expense claim")));
    }

    private sealed class PlainRenderer : IMessageRenderer
    {
        public RenderedMessage Render(Notice notice) => notice.Channel == NoticeChannel.Sms
            ? new RenderedMessage(null, notice.Fields["text"], null)
            : new RenderedMessage("Besøget på lørdag", notice.Fields["text"], $"<p>{notice.Fields["text"]}</p>");

        public Task<RenderedMessage?> WithTokensAsync(Notice notice, CancellationToken cancellation = default) => Task.FromResult(notice.Rendered);
    }
}
