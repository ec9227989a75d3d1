using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

/// <summary>A register that fails once, at the n-th batch: before it is written, or after (written, but nobody hears of it, as when a process dies in between).</summary>
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
        return fails ? throw new IOException("The store took it, but the answer was lost.") : outcome;
    }
}
