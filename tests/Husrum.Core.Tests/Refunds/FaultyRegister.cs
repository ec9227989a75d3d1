using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

/// <summary>
/// A register that fails once, at the n-th batch: before it is written, or after (written, but nobody hears of it, as when a process dies in between).
/// It refuses a message that leads to a link which is not there yet: whoever sends messages takes them up at once, and could not finish that one.
/// </summary>
public sealed class FaultyRegister(IRegister inner) : IRegister
{
    private int _commits;

    /// <summary>How many batches there were.</summary>
    public int Commits => _commits;

    /// <summary>Which batch fails; 0 for none.</summary>
    public int FailAt { get; set; }

    public bool AfterWriting { get; set; }

    /// <summary>True once it has failed.</summary>
    public bool Failed { get; private set; }

    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class => inner.GetAsync<T>(partition, row, cancellation);

    public IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
        where T : class => inner.QueryAsync<T>(partition, rowPrefix, through, cancellation);

    public async Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        var fails = Interlocked.Increment(ref _commits) == FailAt;
        if (fails)
            Failed = true;
        if (fails && !AfterWriting)
            throw new IOException("The store is away.");
        var outcome = await inner.CommitAsync(batch, cancellation);
        if (outcome == CommitOutcome.Done)
            await LinksAreThereAsync(batch, cancellation);
        return fails ? throw new IOException("The store took it, but the answer was lost.") : outcome;
    }

    private async Task LinksAreThereAsync(RegisterBatch batch, CancellationToken cancellation)
    {
        foreach (var notice in batch.Changes.Select(change => change.Record).OfType<Notice>())
        {
            foreach (var tokenId in notice.Links.Values.Select(link => link.TokenId).OfType<string>())
                (await inner.GetAsync<LinkPlace>(Partitions.LinkIndex, tokenId, cancellation)).ShouldNotBeNull($"{notice.Template} was written before its link '{tokenId}'");
        }
    }
}
