using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Tables;

/// <summary>One table, over the service's REST interface.</summary>
/// <param name="service">The account's table service.</param>
/// <param name="table">The table's name: letters and digits.</param>
/// <param name="pipeline">Signs, sends, repeats.</param>
internal sealed class TableService(Uri service, string table, StoragePipeline pipeline)
{
    // the first version that takes an identity
    private const string Version = "2020-12-06";
    private const int FirstPage = 100;
    private const int LaterPages = 1000;

    /// <summary>Makes the table where there is none.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        var request = Request(RequestMethod.Post, "Tables");
        Fill(request, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table }));
        using var answer = await pipeline.SendAsync(request, cancellation);
        if (!answer.IsOk && answer.ErrorCode != "TableAlreadyExists")
            throw answer.Failure();
    }

    /// <summary>The row, or null.</summary>
    public async Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        using var answer = await pipeline.SendAsync(Request(RequestMethod.Get, TableChange.Path(table, partition, key)), cancellation);
        if (answer.Status == 404 && answer.ErrorCode != "TableNotFound")
            return null;
        if (!answer.IsOk)
            throw answer.Failure();
        using var json = JsonDocument.Parse(answer.Body);
        return TableRow.Read(json.RootElement);
    }

    /// <summary>Rows of a partition in the order of their keys, page by page.</summary>
    public async IAsyncEnumerable<TableRow> QueryAsync(string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, row) in QueryAsync(range.Filter(partition), cancellation))
            yield return row;
    }

    /// <summary>Rows of all partitions that match a filter.</summary>
    public async IAsyncEnumerable<(string Partition, TableRow Row)> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (next, size) = ("", FirstPage);
        do
        {
            // most readers stop early
            var request = Request(RequestMethod.Get, $"{table}()?$filter={Uri.EscapeDataString(filter)}&$top={size}{next}");
            using var answer = await pipeline.SendAsync(request, cancellation);
            if (!answer.IsOk)
                throw answer.Failure();
            using var json = JsonDocument.Parse(answer.Body);
            foreach (var entity in json.RootElement.GetProperty("value").EnumerateArray())
                yield return (entity.GetProperty("PartitionKey").GetString()!, TableRow.Read(entity));
            (next, size) = (Continuation(answer), LaterPages);
        }
        while (next.Length > 0);
    }

    /// <summary>One change; the caller looks at the status.</summary>
    public async Task<StorageAnswer> SendAsync(TableChange change, CancellationToken cancellation)
    {
        var request = Request(change.Method, change.Path(table));
        if (change.Method == RequestMethod.Post)
            request.Headers.Add("Prefer", "return-no-content");
        if (change.IfMatch is { } etag)
            request.Headers.Add("If-Match", etag);
        if (change.Entity is { } entity)
            Fill(request, entity);
        return await pipeline.SendAsync(request, cancellation);
    }

    /// <summary>Changes of one partition: all or none.</summary>
    /// <param name="changes">At most 100.</param>
    /// <param name="id">In no record.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<BatchAnswer> SendAsync(IReadOnlyList<TableChange> changes, string id, CancellationToken cancellation)
    {
        var request = Request(RequestMethod.Post, "$batch");
        request.Headers.SetValue("Content-Type", BatchBody.ContentType(id));
        request.Content = RequestContent.Create(BatchBody.Write(changes, service, table, id));
        using var answer = await pipeline.SendAsync(request, cancellation);
        if (!answer.IsOk)
            return new BatchAnswer(answer.Status, answer.ErrorCode, answer.WasResent);
        var (status, body) = BatchBody.Read(answer.Body.ToString());
        return new BatchAnswer(status, StorageAnswer.ErrorWord(body), answer.WasResent);
    }

    private static string Continuation(StorageAnswer answer)
    {
        var next = "";
        foreach (var name in new[] { "NextPartitionKey", "NextRowKey" })
        {
            if (answer.Header("x-ms-continuation-" + name) is { Length: > 0 } value)
                next += $"&{name}={Uri.EscapeDataString(value)}";
        }

        return next;
    }

    private Request Request(RequestMethod method, string path)
    {
        var request = pipeline.Request(method, new Uri($"{service.AbsoluteUri.TrimEnd('/')}/{path}"), Version);
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        request.Headers.Add("DataServiceVersion", "3.0");
        return request;
    }

    private static void Fill(Request request, byte[] json)
    {
        request.Headers.SetValue("Content-Type", "application/json");
        request.Content = RequestContent.Create(json);
    }
}

/// <summary>What came of a batch.</summary>
/// <param name="Status">Of the first part that failed; 2xx where all is written; 0 where the answer could not be read.</param>
/// <param name="ErrorCode">The service's word, or empty.</param>
/// <param name="WasResent">An earlier attempt may have been carried out.</param>
internal sealed record BatchAnswer(int Status, string ErrorCode, bool WasResent)
{
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>The service was busy inside: nothing is known, and it may be sent again.</summary>
    public bool IsTransient => Status is 0 or 408 or 429 or >= 500;

    public StorageException Failure() => new($"The storage account answered {Status}{(ErrorCode.Length > 0 ? $" ({ErrorCode})" : "")}.");
}
