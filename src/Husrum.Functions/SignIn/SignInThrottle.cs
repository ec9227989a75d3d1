using System.Threading.RateLimiting;
using Husrum.Core.People;

namespace Husrum.Functions.SignIn;

/// <summary>How often links may be asked for: for one address (so that nobody's mailbox is filled) and by one client. Real time, in memory: a restart forgives.</summary>
/// <param name="perAddress">So many links for one address in a quarter of an hour.</param>
/// <param name="perClient">So many by one client in a quarter of an hour.</param>
internal sealed class SignInThrottle(int perAddress = 5, int perClient = 20) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(perAddress);
    private readonly PartitionedRateLimiter<string> _clients = Limiter(perClient);

    /// <summary>Counts this one and says whether it is within bounds.</summary>
    public bool Allows(string email, string client) => Take(_clients, client) && Take(_addresses, EmailKey.IndexRow(email));

    public void Dispose()
    {
        _addresses.Dispose();
        _clients.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(15), SegmentsPerWindow = 5 }));
}
