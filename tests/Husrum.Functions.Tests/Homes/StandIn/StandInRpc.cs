using System.Buffers.Binary;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Husrum.StandIn;

/// <summary>The extension's loopback gRPC service in front of the stand-in: HTTP/2 without TLS, unary calls, status in trailers.</summary>
internal sealed class StandInRpc : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StandInRpc(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The next calls fail with this gRPC status, so many times.</summary>
    public (int Status, int Times) Trouble { get; set; }

    /// <summary>What the next calls are answered with, frame and all, in the place of the true answer.</summary>
    public byte[]? Nonsense { get; set; }

    public static async Task<StandInRpc> StartAsync(StandInHost host)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ListenLocalhostHttp2());
        var app = builder.Build();
        var rpc = new StandInRpc(app);
        void Map<T>(string method, MessageParser<T> parser, Func<T, (int Status, IMessage Answer)> act)
            where T : IMessage<T> => app.MapPost($"/TaskHubSidecarService/{method}", http => rpc.AnswerAsync(http, parser, act));

        Map("StartInstance", CreateInstanceRequest.Parser, r => host.Start(r.Name, r.InstanceId, r.Input) ? (0, new CreateInstanceResponse { InstanceId = r.InstanceId }) : (2, new NoContent()));
        Map("RaiseEvent", RaiseEventRequest.Parser, r => Said(host.Tell(r.InstanceId, new() { EventRaised = new() { Name = r.Name, Input = r.Input } })));
        Map("TerminateInstance", TerminateRequest.Parser, r => Said(host.Tell(r.InstanceId, new() { ExecutionTerminated = new() { Input = r.Output } })));
        Map("SuspendInstance", SuspendRequest.Parser, r => Said(host.Tell(r.InstanceId, new() { ExecutionSuspended = new() { Input = r.Reason } })));
        Map("ResumeInstance", ResumeRequest.Parser, r => Said(host.Tell(r.InstanceId, new() { ExecutionResumed = new() { Input = r.Reason } })));
        Map("PurgeInstances", PurgeInstancesRequest.Parser, r => (0, new PurgeInstancesResponse { DeletedInstanceCount = host.Purge(r.InstanceId) ? 1 : 0 }));
        Map("GetInstance", GetInstanceRequest.Parser, r => (0, host.Find(r.InstanceId) is { } i ? new GetInstanceResponse { Exists = true, OrchestrationState = State(i, r.GetInputsAndOutputs) } : new GetInstanceResponse()));
        Map("QueryInstances", QueryInstancesRequest.Parser, r => (0, Query(host, r.Query)));
        await app.StartAsync();
        return rpc;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static (int, IMessage) Said(Told told) => (told switch { Told.Done => 0, Told.Ended => 9, _ => 5 }, new NoContent());

    // pages, with a token, as the service gives them
    private static QueryInstancesResponse Query(StandInHost host, InstanceQuery query)
    {
        var after = query.ContinuationToken ?? "";
        var matching = host.All().Where(i => string.CompareOrdinal(i.Id, after) > 0 && i.Id.StartsWith(query.InstanceIdPrefix ?? "", StringComparison.Ordinal)
            && (query.RuntimeStatus.Count == 0 || query.RuntimeStatus.Contains(i.Status))).ToList();
        var page = matching.Take(query.MaxInstanceCount).ToList();
        var answer = new QueryInstancesResponse { ContinuationToken = matching.Count > page.Count ? page[^1].Id : null };
        answer.OrchestrationState.AddRange(page.Select(i => State(i, query.FetchInputsAndOutputs)));
        return answer;
    }

    // without inputs and outputs there is no custom status and no failure either
    private static OrchestrationState State(StandInInstance i, bool whole) => new()
    {
        InstanceId = i.Id,
        Name = i.Name,
        OrchestrationStatus = i.Status,
        CreatedTimestamp = i.Created.ToTimestamp(),
        LastUpdatedTimestamp = i.Updated.ToTimestamp(),
        Input = whole ? i.Input : null,
        Output = whole ? i.Output : null,
        CustomStatus = whole ? i.CustomStatus : null,
        FailureDetails = whole ? i.Failure : null,
    };

    private async Task AnswerAsync<T>(HttpContext http, MessageParser<T> parser, Func<T, (int Status, IMessage Answer)> act)
        where T : IMessage<T>
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        var (status, answer) = Trouble.Times > 0 ? (Trouble.Status, new NoContent()) : act(parser.ParseFrom(bytes, 5, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1))));
        Trouble = Trouble with { Times = Math.Max(0, Trouble.Times - 1) };
        http.Response.ContentType = "application/grpc";
        if (Nonsense is { } nonsense)
        {
            await http.Response.Body.WriteAsync(nonsense);
        }
        else if (status == 0)
        {
            var message = answer.ToByteArray();
            var prefix = new byte[5];
            BinaryPrimitives.WriteInt32BigEndian(prefix.AsSpan(1), message.Length);
            await http.Response.Body.WriteAsync(prefix);
            await http.Response.Body.WriteAsync(message);
        }

        http.Response.AppendTrailer("grpc-status", status.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

internal static class KestrelForRpc
{
    public static void ListenLocalhostHttp2(this KestrelServerOptions kestrel) => kestrel.Listen(System.Net.IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2);
}
