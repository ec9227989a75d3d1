namespace Husrum.Durable.Remote;

/// <summary>Where a task hub in another process is reached.</summary>
/// <param name="Rpc">Its gRPC service on loopback, without a key; null where there is none.</param>
/// <param name="Webhooks">Base address of its HTTP management API; null where there is none.</param>
/// <param name="WebhookQuery">What the webhooks want in each query: holds a key.</param>
public sealed record TaskHubAddress(Uri? Rpc, Uri? Webhooks, string WebhookQuery)
{
    /// <summary>Without the key, so that one that is logged by mistake gives nothing away.</summary>
    public override string ToString() => $"rpc: {(Rpc is null ? "none" : "known")}, webhooks: {(Webhooks is null ? "none" : "known")}";
}
