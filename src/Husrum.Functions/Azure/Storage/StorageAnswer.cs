using System.Text.RegularExpressions;
using Azure.Core;

namespace Husrum.Functions.Azure.Storage;

/// <summary>An answer of the storage account, with what became of the request on the way.</summary>
internal sealed partial class StorageAnswer(HttpMessage message) : IDisposable
{
    public int Status => message.Response.Status;

    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>It was sent more than once: an earlier attempt may have been carried out though nobody heard.</summary>
    public bool WasResent => message.ProcessingContext.RetryNumber > 0;

    public string? ETag => Header("ETag");

    public Stream Content => message.Response.ContentStream ?? Stream.Null;

    public BinaryData Body => message.Response.Content;

    /// <summary>The service's word for what is wrong, or empty.</summary>
    public string ErrorCode => Header("x-ms-error-code") ?? ErrorWord(Status >= 400 && message.BufferResponse ? Body.ToString() : "");

    public string? Header(string name) => message.Response.Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>The answer's body as it comes; the caller disposes it, and nothing else of the answer.</summary>
    public Stream TakeContent() => message.ExtractResponseContent() ?? Stream.Null;

    public StorageException Failure() => new($"The storage account answered {Status}{(ErrorCode is { Length: > 0 } code ? $" ({code})" : "")}.");

    public static string ErrorWord(string body) => Code().Match(body) is { Success: true } match ? match.Groups["code"].Value : "";

    public void Dispose() => message.Dispose();

    // "code":"…" of the tables, <Code>…</Code> of the blobs; the sentence beside it can quote keys
    [GeneratedRegex("""(?:"code"\s*:\s*"|<Code>)(?<code>\w{1,80})""")]
    private static partial Regex Code();
}
