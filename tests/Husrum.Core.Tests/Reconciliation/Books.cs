using Husrum.Core.Messages;
using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>A postman for worlds that have none, and a look into the books.</summary>
internal static class Books
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Takes out what is due, and says what does not balance: "Lost visit-reminder 2026-09-10".</summary>
    public static async Task<IReadOnlyList<string>> BalanceAsync(this RefundWorld house)
    {
        await DeliverAsync(house);
        return [.. (await ReportAsync(house)).Imbalances.Select(i => $"{i.Kind} {i.Step}")];
    }

    public static Task<ReconciliationReport> ReportAsync(this RefundWorld house) => house.Get<Reconciler>().RunAsync(Ct);

    public static async Task<Stored<Notice>> NoticeAsync(this RefundWorld house, string partition, Func<Notice, bool> which) =>
        await house.FindNoticeAsync(partition, which) ?? throw new InvalidOperationException("There is no such message.");

    public static async Task<Stored<Notice>?> FindNoticeAsync(this RefundWorld house, string partition, Func<Notice, bool> which)
    {
        await foreach (var notice in house.Register.QueryAsync<Notice>(partition, Outbox.RowPrefix, cancellation: Ct))
        {
            if (which(notice.Value))
                return notice;
        }

        return null;
    }

    public static async Task ChangeAsync(this RefundWorld house, RegisterBatch batch) => (await house.Register.CommitAsync(batch, Ct)).ShouldBe(CommitOutcome.Done);

    public static async Task DeliverAsync(this RefundWorld house)
    {
        var now = house.Clock.GetUtcNow();
        var places = new List<NoticePlace>();
        await foreach (var place in house.Register.QueryAsync<NoticePlace>(Partitions.NoticeIndex, cancellation: Ct))
            places.Add(place.Value);
        foreach (var place in places)
        {
            if (await house.Register.GetAsync<Notice>(place.Partition, place.Row, Ct) is { Value: { State: NoticeState.Due } notice } stored && notice.Due <= now)
                await house.ChangeAsync(new RegisterBatch(place.Partition).Replace(place.Row, notice with { State = NoticeState.Sent, Sent = now }, stored.ETag));
        }
    }
}
