using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>Messages that get lost behind everybody's back.</summary>
internal static class LostMessages
{
    /// <summary>All balances; then one is taken away, and the reckoning misses it.</summary>
    /// <param name="house">The world.</param>
    /// <param name="prefix">What the cases' partitions begin with.</param>
    /// <param name="template">Which is taken away.</param>
    /// <param name="lost">The rule that says it was owed.</param>
    public static async Task LosesAsync(this RefundWorld house, string prefix, string template, string lost)
    {
        (await house.BalanceAsync()).ShouldNotContain(found => found.StartsWith("Lost", StringComparison.Ordinal) || found.StartsWith("Mistimed", StringComparison.Ordinal));
        var places = new List<NoticePlace>();
        await foreach (var place in house.Register.QueryAsync<NoticePlace>(Partitions.NoticeIndex, cancellation: TestContext.Current.CancellationToken))
            places.Add(place.Value);
        foreach (var partition in places.Select(p => p.Partition).Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).Distinct())
        {
            if (await house.FindNoticeAsync(partition, n => n.Template == template) is not { } notice)
                continue;
            await house.ChangeAsync(Outbox.Remove(new RegisterBatch(partition), notice));
            (await house.BalanceAsync()).ShouldContain("Lost " + lost);
            return;
        }

        throw new InvalidOperationException($"Nobody got '{template}'.");
    }
}
