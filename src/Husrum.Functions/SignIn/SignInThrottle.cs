using System.Threading.RateLimiting;
using Husrum.Core.People;

namespace Husrum.Functions.SignIn;

/// <summary>How often links may be asked for: for one address (so that nobody's mailbox is filled) and by one client. Real time, in memory: a restart forgives.</summary>
internal sealed class SignInThrottle : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(5, TimeSpan.FromMinutes(15));
    private readonly PartitionedRateLimiter<string> _clients = Limiter(20, TimeSpan.FromMinutes(15));

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

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 5 }));
}
