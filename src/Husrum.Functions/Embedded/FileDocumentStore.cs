using System.Buffers;
using Husrum.Core.Documents;

namespace Husrum.Functions.Embedded;

/// <summary>Documents as files named by their SHA-256, in folders by its first two digits. Whole or not there, also after a loss of power.</summary>
/// <param name="root">The documents' folder.</param>
internal sealed class FileDocumentStore(string root) : IDocumentStore
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public async Task PutAsync(PreparedDocument document, CancellationToken cancellation = default)
    {
        var path = PathOf(document.Sha256) ?? throw new ArgumentException("Not an address of a document.", nameof(document));
        if (File.Exists(path))
            return;
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            DataFolder.MakePrivate(folder);
            DurableFile.SyncFolder(root);
        }

        await DurableFile.WriteAsync(path, document.Content, cancellation);
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default)
    {
        try
        {
            var path = PathOf(sha256);
            return Task.FromResult<Stream?>(path is null ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellation = default) => Task.FromResult(PathOf(sha256) is { } path && File.Exists(path));

    public Task DeleteAsync(string sha256, CancellationToken cancellation = default)
    {
        if (PathOf(sha256) is { } path && File.Exists(path))
        {
            File.Delete(path);
            DurableFile.SyncFolder(Path.GetDirectoryName(path)!);
        }

        return Task.CompletedTask;
    }

    private string? PathOf(string sha256) =>
        sha256.Length == 64 && !sha256.AsSpan().ContainsAnyExcept(Hex) ? Path.Combine(root, sha256[..2], sha256) : null;
}
