using System.Security.Cryptography;
using Azure.Core;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Blobs;

/// <summary>One container of the blob service, over its REST interface. Nothing in it is public.</summary>
/// <param name="service">The account's blob service.</param>
/// <param name="container">Its name: small letters, digits and hyphens.</param>
/// <param name="pipeline">Signs, sends, repeats.</param>
internal sealed class BlobContainer(Uri service, string container, StoragePipeline pipeline)
{
    private const string Version = "2023-11-03";

    /// <summary>Makes the container where there is none.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        using var answer = await pipeline.SendAsync(Request(RequestMethod.Put, "?restype=container"), cancellation);
        if (!answer.IsOk && answer.ErrorCode != "ContainerAlreadyExists")
            throw answer.Failure();
    }

    /// <summary>Writes a blob at once, checked by its MD5 on arrival.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="etag">The version it replaces; null where there must be none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False where it is there already, or at another version.</returns>
    public async Task<bool> PutAsync(string name, ReadOnlyMemory<byte> content, string? etag, CancellationToken cancellation)
    {
        var request = Request(RequestMethod.Put, "/" + name);
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.Headers.Add("Content-Type", "application/octet-stream");
        request.Headers.Add("Content-MD5", Convert.ToBase64String(Md5(content.Span)));
        request.Headers.Add(etag is null ? "If-None-Match" : "If-Match", etag ?? "*");
        request.Content = RequestContent.Create(content);
        using var answer = await pipeline.SendAsync(request, cancellation);
        return answer.IsOk || (answer.Status is 409 or 412 && answer.ErrorCode is "BlobAlreadyExists" or "ConditionNotMet" or "UnmodifiedConditionNotMet" ? false : throw answer.Failure());
    }

    /// <summary>The blob as it comes, from a byte on; status 404 where there is none. The caller disposes the answer.</summary>
    public async Task<StorageAnswer> GetAsync(string name, long from, string? etag, CancellationToken cancellation)
    {
        var request = Request(RequestMethod.Get, "/" + name);
        if (from > 0)
            request.Headers.Add("x-ms-range", $"bytes={from}-");
        if (etag is not null)
            request.Headers.Add("If-Match", etag);
        var answer = await pipeline.SendAsync(request, cancellation, isStreamed: true);
        if (answer.IsOk || answer.Status == 404)
            return answer;
        using (answer)
            throw answer.Failure();
    }

    /// <summary>A small blob whole, with its version; null where there is none.</summary>
    public async Task<(byte[] Content, string ETag)?> ReadAsync(string name, CancellationToken cancellation)
    {
        using var answer = await GetAsync(name, 0, null, cancellation);
        if (answer.Status == 404)
            return null;
        using var content = new MemoryStream();
        await answer.Content.CopyToAsync(content, cancellation);
        return (content.ToArray(), answer.ETag ?? "");
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellation)
    {
        using var answer = await pipeline.SendAsync(Request(RequestMethod.Head, "/" + name), cancellation);
        return answer.IsOk || (answer.Status == 404 ? false : throw answer.Failure());
    }

    /// <summary>Deletes it; harmless when it is gone.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        using var answer = await pipeline.SendAsync(Request(RequestMethod.Delete, "/" + name), cancellation);
        if (!answer.IsOk && answer.Status != 404)
            throw answer.Failure();
    }

    private Request Request(RequestMethod method, string path) => pipeline.Request(method, new Uri($"{service.AbsoluteUri.TrimEnd('/')}/{container}{path}"), Version);

    // what the service offers to notice bytes that were damaged on the way; nothing secret depends on it
#pragma warning disable CA5351
    private static byte[] Md5(ReadOnlySpan<byte> content) => MD5.HashData(content);
#pragma warning restore CA5351
}
