using Husrum.Core.Register;

namespace Husrum.Functions.Azure;

/// <summary>The register underneath the home's own: keeps records, takes no starts and no events.</summary>
internal sealed record AzureStore(IRegister Register);

/// <summary>What a store wants done from time to time. Housekeeping asks once a minute.</summary>
internal interface IStoreUpkeep
{
    /// <summary>Does what is due.</summary>
    Task RunAsync(CancellationToken cancellation);
}
