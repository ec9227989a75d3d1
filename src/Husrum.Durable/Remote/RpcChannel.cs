using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Husrum.Durable.Remote;

/// <summary>
/// Unary gRPC calls over <see cref="HttpClient"/>: HTTP/2 with prior knowledge, one length-prefixed message each way, the status in the trailers.
/// All that the Durable extension's loopback service asks for.
/// </summary>
internal sealed class RpcChannel(HttpClient http, Uri address)
{
    private const int Prefix = 5;

    /// <exception cref="RpcException">The service answered with a status other than OK, or not as gRPC does.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public async Task<TAnswer> CallAsync<TAnswer>(string method, IMessage request, MessageParser<TAnswer> parser, CancellationToken cancellation)
        where TAnswer : IMessage<TAnswer>
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/TaskHubSidecarService/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = Frame(request),
        };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var answer = await RemoteHttp.SendAsync(http, message, method, cancellation);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new RpcException(RpcStatus.Unknown, $"{method}: HTTP {(int)answer.StatusCode}");
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        var status = Status(answer);
        if (status.Code != RpcStatus.Ok)
            throw new RpcException(status.Code, $"{method}: {status.Message}");
        if (body.Length < Prefix || body[0] != 0 || BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1)) != body.Length - Prefix)
            throw new RpcException(RpcStatus.Internal, $"{method}: the answer is not one uncompressed message");
        try
        {
            return parser.ParseFrom(body, Prefix, body.Length - Prefix);
        }
        catch (InvalidProtocolBufferException)
        {
            throw new RpcException(RpcStatus.Internal, $"{method}: the answer is not the message expected");
        }
    }

    private static ByteArrayContent Frame(IMessage request)
    {
        var size = request.CalculateSize();
        var bytes = new byte[Prefix + size];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), size);
        request.WriteTo(bytes.AsSpan(Prefix));
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        return content;
    }

    // a failed call may answer with headers alone
    private static (RpcStatus Code, string Message) Status(HttpResponseMessage answer)
    {
        var from = answer.TrailingHeaders.Contains("grpc-status") ? answer.TrailingHeaders : answer.Headers;
        var code = from.TryGetValues("grpc-status", out var codes) && int.TryParse(codes.First(), out var number) ? (RpcStatus)number : RpcStatus.Unknown;
        var text = from.TryGetValues("grpc-message", out var messages) ? Uri.UnescapeDataString(messages.First()) : "no status in the answer";
        return (code, text);
    }
}

/// <summary>The gRPC status codes this client tells apart.</summary>
public enum RpcStatus
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>Something without a better word.</summary>
    Unknown = 2,

    /// <summary>The call was not understood.</summary>
    InvalidArgument = 3,

    /// <summary>Too slow; it may have been done.</summary>
    DeadlineExceeded = 4,

    /// <summary>No such instance.</summary>
    NotFound = 5,

    /// <summary>An instance of that id exists.</summary>
    AlreadyExists = 6,

    /// <summary>Not in the state for it.</summary>
    FailedPrecondition = 9,

    /// <summary>Ended half-way; it may be tried again.</summary>
    Aborted = 10,

    /// <summary>The service does not know the method.</summary>
    Unimplemented = 12,

    /// <summary>The service failed.</summary>
    Internal = 13,

    /// <summary>Not there just now; it may be tried again.</summary>
    Unavailable = 14,
}

/// <summary>The service said no. The message names the method and the service's words, never a payload.</summary>
public sealed class RpcException(RpcStatus status, string message) : Exception(message)
{
    /// <summary>The status.</summary>
    public RpcStatus Status { get; } = status;

    /// <summary>True where a second try may go well.</summary>
    public bool IsTransient => Status is RpcStatus.Unavailable or RpcStatus.Aborted or RpcStatus.DeadlineExceeded;
}
