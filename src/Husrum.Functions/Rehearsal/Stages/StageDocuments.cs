using System.Collections.Concurrent;
using Husrum.Core.Documents;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>Documents in memory.</summary>
internal sealed class StageDocuments : IDocumentStore
{
    private readonly ConcurrentDictionary<string, byte[]> _byHash = new(StringComparer.Ordinal);

    public Task PutAsync(PreparedDocument document, CancellationToken cancellation = default)
    {
        _byHash[document.Sha256] = document.Content;
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) =>
        Task.FromResult<Stream?>(_byHash.TryGetValue(sha256, out var content) ? new MemoryStream(content, writable: false) : null);

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellation = default) => Task.FromResult(_byHash.ContainsKey(sha256));

    public Task DeleteAsync(string sha256, CancellationToken cancellation = default)
    {
        _byHash.TryRemove(sha256, out _);
        return Task.CompletedTask;
    }
}
