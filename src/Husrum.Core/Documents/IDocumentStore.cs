namespace Husrum.Core.Documents;

/// <summary>Where documents are kept, by the SHA-256 of their content. Who refers to a document is in the register, not here.</summary>
public interface IDocumentStore
{
    /// <summary>Keeps a document, for good when the task completes. One that is there already is left as it is.</summary>
    Task PutAsync(PreparedDocument document, CancellationToken cancellation = default);

    /// <summary>The content, or null when there is none; the caller disposes the stream. Its type: <see cref="DocumentTypes.Of"/> its first bytes.</summary>
    /// <param name="sha256">64 lower-case hex digits; anything else is not found, never a path.</param>
    /// <param name="cancellation">Stops the opening.</param>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>Whether it is there.</summary>
    Task<bool> ExistsAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>Deletes it; harmless when it is gone already. The caller knows that no case refers to it any more.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellation = default);
}
