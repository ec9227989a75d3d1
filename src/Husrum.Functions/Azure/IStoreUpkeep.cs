namespace Husrum.Functions.Azure;

/// <summary>What a store wants done from time to time. Housekeeping asks once a minute.</summary>
internal interface IStoreUpkeep
{
    /// <summary>Does what is due.</summary>
    Task RunAsync(CancellationToken cancellation);
}
