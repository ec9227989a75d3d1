using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Husrum.Functions.Azure.Storage;

/// <summary>How requests reach the storage account: who signs them, and how often and when one is sent again.</summary>
/// <param name="pipeline">Signs and sends.</param>
internal sealed class StoragePipeline(HttpPipeline pipeline)
{
    private const string Scope = "https://storage.azure.com/.default";

    /// <summary>For the table or the blob service.</summary>
    public static StoragePipeline Build(StorageSettings settings, bool isTable, TokenCredential? credential = null, StorageRetries? retries = null, HttpPipelineTransport? transport = null)
    {
        HttpPipelinePolicy signer = settings.Key is { } key
            ? new SharedKey(key, isTable)
            : new BearerTokenAuthenticationPolicy(credential ?? Identity(), Scope);
        return new StoragePipeline(HttpPipelineBuilder.Build(new Options(retries ?? new StorageRetries(), transport), signer));
    }

    /// <summary>The program's identity: the managed one in Azure (of several, the one <c>AZURE_CLIENT_ID</c> names), whoever is signed in on a developer's machine.</summary>
    public static TokenCredential Identity() => new DefaultAzureCredential();

    /// <summary>A request to fill.</summary>
    public Request Request(RequestMethod method, Uri address, string version)
    {
        var request = pipeline.CreateRequest();
        request.Method = method;
        request.Uri.Reset(address);
        request.Headers.Add("x-ms-version", version);
        return request;
    }

    /// <summary>Sends it, again where the service was busy or did not answer. Repeats are jittered and keep to Retry-After.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Stops waiting; the request may have been carried out.</param>
    /// <param name="isStreamed">The answer's body is read as it comes; otherwise it is there whole.</param>
    /// <exception cref="StorageException">No answer came, or only "busy".</exception>
    public async Task<StorageAnswer> SendAsync(Request request, CancellationToken cancellation, bool isStreamed = false)
    {
        var message = new HttpMessage(request, ResponseClassifier.Shared) { BufferResponse = !isStreamed };
        try
        {
            await pipeline.SendAsync(message, cancellation);
        }
        catch (Exception e) when (IsUnreachable(e) && !cancellation.IsCancellationRequested)
        {
            message.Dispose();
            throw new StorageException($"The storage account did not answer ({Name(e)}).", e);
        }

        return new StorageAnswer(message);
    }

    // a token that could not be had is no storage's fault, and says so itself
    private static bool IsUnreachable(Exception e) => e is RequestFailedException or IOException or OperationCanceledException or AggregateException;

    private static string Name(Exception e) => (e is AggregateException many ? many.InnerExceptions[^1] : e).GetType().Name;

    private sealed class ResponseClassifier : global::Azure.Core.ResponseClassifier
    {
        public static readonly ResponseClassifier Shared = new();

        // errors are what may be sent again; 404 and 412 are answers here
        public override bool IsErrorResponse(HttpMessage message) => message.Response.Status is 408 or 429 or >= 500;
    }

    private sealed class Options : ClientOptions
    {
        public Options(StorageRetries retries, HttpPipelineTransport? transport)
        {
            Transport = transport ?? Transport;
            (Retry.MaxRetries, Retry.Delay, Retry.MaxDelay, Retry.NetworkTimeout) = (retries.Most, retries.Delay, retries.LongestDelay, retries.AttemptTimeout);
            Diagnostics.IsLoggingEnabled = false; // addresses hold keys of rows
            Diagnostics.IsDistributedTracingEnabled = false;
            Diagnostics.IsTelemetryEnabled = false;
        }
    }
}

/// <summary>When a request is sent again.</summary>
internal sealed record StorageRetries
{
    /// <summary>After the first attempt.</summary>
    public int Most { get; init; } = 6;

    /// <summary>Before the second attempt; doubles each time, with jitter.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest between two attempts, where the service names no time.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one attempt waits for bytes. The services themselves give up after 30 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(35);
}
