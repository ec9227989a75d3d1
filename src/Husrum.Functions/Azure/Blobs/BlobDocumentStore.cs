using System.Buffers;
using Husrum.Core.Documents;

namespace Husrum.Functions.Azure.Blobs;

/// <summary>Documents as blobs named by their SHA-256. The program alone reads them: people get them through its own pages.</summary>
/// <param name="container">The documents' container.</param>
internal sealed class BlobDocumentStore(BlobContainer container) : IDocumentStore
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public async Task PutAsync(PreparedDocument document, CancellationToken cancellation = default)
    {
        var name = NameOf(document.Sha256) ?? throw new ArgumentException("Not an address of a document.", nameof(document));
        await container.PutAsync(name, document.Content, etag: null, cancellation);
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default)
    {
        if (NameOf(sha256) is not { } name)
            return null;
        var answer = await container.GetAsync(name, 0, null, cancellation);
        if (answer.Status != 404)
            return new CheckedBlob(container, name, sha256, answer);
        answer.Dispose();
        return null;
    }

    public async Task<bool> ExistsAsync(string sha256, CancellationToken cancellation = default) => NameOf(sha256) is { } name && await container.ExistsAsync(name, cancellation);

    public Task DeleteAsync(string sha256, CancellationToken cancellation = default) => NameOf(sha256) is { } name ? container.DeleteAsync(name, cancellation) : Task.CompletedTask;

    // in folders by the first digits, as in a data folder: a copy of one fits the other
    private static string? NameOf(string sha256) => sha256.Length == 64 && !sha256.AsSpan().ContainsAnyExcept(Hex) ? $"{sha256[..2]}/{sha256}" : null;
}
