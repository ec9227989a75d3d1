using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Husrum.Functions.Azure.Storage;

/// <summary>Signs requests to an emulator with the account's key: those to the table service in its short form, those to the blob service in full. Each attempt is signed anew, with its own date.</summary>
/// <param name="key">Whose key.</param>
/// <param name="isTable">Which service.</param>
internal sealed class SharedKey(StorageKey key, bool isTable) : HttpPipelineSynchronousPolicy
{
    private static readonly string[] Signed = ["Content-MD5", "Content-Type", "Date", "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range"];

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        var text = isTable ? ForTables(request) : ForBlobs(request);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key.Key, Encoding.UTF8.GetBytes(text)));
        request.Headers.SetValue("Authorization", $"{(isTable ? "SharedKeyLite" : nameof(SharedKey))} {key.Account}:{signature}");
    }

    private string ForTables(Request request) => $"{Header(request, "x-ms-date")}\n/{key.Account}{request.Uri.ToUri().AbsolutePath}";

    private string ForBlobs(Request request)
    {
        var length = request.Content is { } content && content.TryComputeLength(out var bytes) && bytes > 0 ? bytes.ToString(CultureInfo.InvariantCulture) : "";
        var marks = request.Headers.Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value.Trim()}\n");
        // encoding and language are never sent
        return $"{request.Method}\n\n\n{length}\n{string.Join('\n', Signed.Select(name => Header(request, name)))}\n{string.Concat(marks)}{Resource(request.Uri.ToUri())}";
    }

    private string Resource(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(part => $"\n{part[0].ToLowerInvariant()}:{Uri.UnescapeDataString(part[1])}")
            .Order(StringComparer.Ordinal);
        return $"/{key.Account}{address.AbsolutePath}{string.Concat(query)}";
    }

    private static string Header(Request request, string name) => request.Headers.TryGetValue(name, out var value) ? value : "";
}
