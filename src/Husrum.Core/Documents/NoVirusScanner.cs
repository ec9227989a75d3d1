namespace Husrum.Core.Documents;

/// <summary>Stands in where a house has set up no scanner, and says so.</summary>
public sealed class NoVirusScanner : IVirusScanner
{
    /// <inheritdoc/>
    public Task<ScanOutcome> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default) => Task.FromResult(ScanOutcome.NotScanned);
}
