namespace Husrum.Durable.Remote;

/// <summary>One HTTP call to a hub, whole answer included.</summary>
internal static class RemoteHttp
{
    /// <exception cref="RpcException">It took too long: nobody knows whether it was done.</exception>
    /// <exception cref="HttpRequestException">The hub could not be reached, or its answer is larger than the client takes.</exception>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, string what, CancellationToken cancellation)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RpcException(RpcStatus.DeadlineExceeded, $"{what}: no answer in time");
        }
    }
}
