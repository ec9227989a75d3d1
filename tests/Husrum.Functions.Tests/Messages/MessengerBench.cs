using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;
using Husrum.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Messages;

/// <summary>A register, a clock, a gateway, and messengers that come and go.</summary>
internal sealed class MessengerBench : IAsyncDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<Messenger> _messengers = [];
    private int _made;

    private MessengerBench(CountingGateway gateway)
    {
        Gateway = gateway;
        Links = new PersonalLinks(Register, new TestLinkKey(), new Ids(new SeededRandom()), Clock);
        ShortLinks = new ShortLinks(Register, new TestLinkKey(), Clock);
    }

    public InMemoryRegister Register { get; } = new();

    /// <summary>Monday 31 August 2026, 10:00 in Denmark.</summary>
    public TestClock Clock { get; } = new();

    public CountingGateway Gateway { get; }

    public PersonalLinks Links { get; }

    public ShortLinks ShortLinks { get; }

    /// <summary>What the next messenger is told its address is.</summary>
    public string PublicUrl { get; set; } = "https://husrum.example/";

    public NoticeDesk Desk => new(Register, new NoticeList(Register), Clock);

    public static async Task<MessengerBench> StartAsync() => new(await CountingGateway.StartAsync());

    /// <summary>A messenger as a new process would have it.</summary>
    public Messenger Messenger(bool honoursKeys = true, MessengerOptions? options = null)
    {
        var provider = new GatewayProvider(_client, Gateway.Address, honoursKeys);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", PublicUrl)]).Build();
        var renderer = new CatalogueRenderer(MessageCatalogue.Load(SignInMessages.Specs), Links, ShortLinks, Register, new PublicAddress(configuration));
        var messenger = new Messenger(Register, renderer, provider, options ?? new MessengerOptions { Breath = TimeSpan.FromMilliseconds(20) }, Clock, NullLogger<Messenger>.Instance);
        _messengers.Add(messenger);
        messenger.Start();
        return messenger;
    }

    /// <summary>Turns the clock from one try to the next, until there is none.</summary>
    public async Task UntilNothingIsDueAsync(Messenger messenger)
    {
        await messenger.WhenIdleAsync();
        while (messenger.NextDue is { } next)
        {
            Clock.Set(next);
            messenger.ClockMoved();
            await messenger.WhenIdleAsync();
        }
    }

    /// <summary>Writes a sign-in message with its link, in a case of its own unless one is named.</summary>
    public async Task<Stored<Notice>> WriteAsync(DateTimeOffset? due = null, DateTimeOffset? usefulUntil = null, string? caseId = null, string template = SignInMessages.SignIn, string to = "mette@post.example", string? mergesInto = null, bool mustArrive = false)
    {
        var number = Interlocked.Increment(ref _made);
        var batch = new RegisterBatch(Partitions.Claim(caseId ?? $"u-{number}"));
        var link = Links.Issue(batch, LinkPurpose.SignIn, "p-1", "sign-in", "p-1", Clock.GetUtcNow().AddDays(30));
        var notice = new Notice
        {
            Key = NoticeKey.For($"u-{number}", "sign-in", new DateOnly(2026, 8, 31), "p-1", NoticeChannel.Email),
            Channel = NoticeChannel.Email,
            Template = template,
            Language = "da",
            To = to,
            MergesInto = mergesInto,
            Fields = new Dictionary<string, string> { ["name"] = "Mette", ["minutes"] = "30" },
            Links = new Dictionary<string, NoticeLink> { ["link"] = new("/log-ind", link.TokenId) },
            Due = due ?? Clock.GetUtcNow(),
            UsefulUntil = usefulUntil,
            MustArrive = mustArrive,
        };
        (await Register.CommitAsync(Outbox.Add(batch, notice))).ShouldBe(CommitOutcome.Done);
        return await SeeAsync(batch.Partition, Outbox.RowOf(notice.Key));
    }

    public async Task<Stored<Notice>> SeeAsync(string partition, string row) => (await Register.GetAsync<Notice>(partition, row)).ShouldNotBeNull();

    public async Task<Notice> SeeAsync(Stored<Notice> notice) => (await SeeAsync(notice.Partition, notice.Row)).Value;

    public async Task<int> WaitingAsync(string index = Partitions.NoticeDueIndex)
    {
        var count = 0;
        await foreach (var _ in Register.QueryAsync<NoticePlace>(index))
            count++;
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        Register.BeforeCommit = null;
        foreach (var messenger in _messengers)
            await messenger.DisposeAsync();
        await Gateway.DisposeAsync();
        _client.Dispose();
    }
}
