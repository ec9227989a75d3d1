using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>Signs each request with the resource's key: HMAC-SHA256 over verb, path with query, date, host and the body's hash, as the service documents it.</summary>
/// <param name="key">The key.</param>
/// <param name="time">The machine's clock: the service refuses dates that are far off.</param>
internal sealed class AccessKeyPolicy(byte[] key, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        var uri = message.Request.Uri.ToUri();
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var hash = Convert.ToBase64String(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
        var signature = Sign(key, message.Request.Method.Method, uri.PathAndQuery, date, uri.Authority, hash);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("x-ms-content-sha256", hash);
        message.Request.Headers.SetValue("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }

    /// <summary>The signature, in base64.</summary>
    public static string Sign(byte[] key, string verb, string pathAndQuery, string date, string host, string contentHash) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{verb}\n{pathAndQuery}\n{date};{host};{contentHash}")));
}
