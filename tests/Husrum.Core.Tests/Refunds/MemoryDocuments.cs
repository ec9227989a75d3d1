using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Documents;

namespace Husrum.Core.Tests.Refunds;

/// <summary>Documents in memory.</summary>
public sealed class MemoryDocuments : IDocumentStore
{
    private readonly ConcurrentDictionary<string, byte[]> _all = new();

    public int Count => _all.Count;

    /// <summary>Keeps a text as if it were a receipt.</summary>
    public string Add(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _all[id] = bytes;
        return id;
    }

    public Task PutAsync(PreparedDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (document.Sha256.Length != 64 || !document.Sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("Not an address of a document.", nameof(document));
        _all[document.Sha256] = document.Content;
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) =>
        Task.FromResult<Stream?>(_all.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes) : null);

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellation = default) => Task.FromResult(_all.ContainsKey(sha256));

    public Task DeleteAsync(string sha256, CancellationToken cancellation = default)
    {
        _all.TryRemove(sha256, out _);
        return Task.CompletedTask;
    }
}
