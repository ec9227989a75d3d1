using System.Globalization;
using Husrum.Core.Formats;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Payments;

/// <summary>Reads payment lists. A list holds the claims that say they are on it.</summary>
internal sealed class PaymentListReader(IRegister register, ClaimBook claims, RefundPeople people, Organisation organisation)
{
    /// <summary>A list's row in the look-up.</summary>
    public static string IndexRow(PaymentListRecord list) => string.Create(CultureInfo.InvariantCulture, $"{list.Created.UtcDateTime:yyyyMMddHHmmss}-{list.Id}");

    /// <summary>The order claims have on a list and in its CSV: as they were sent.</summary>
    public static IReadOnlyList<ExpenseClaim> InOrder(IEnumerable<ExpenseClaim> all) => [.. all.OrderBy(c => c.Created).ThenBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>The claims on a list, in order; null where there is no such list.</summary>
    public async Task<IReadOnlyList<ExpenseClaim>?> ClaimsAsync(string listId, CancellationToken cancellation)
    {
        var partition = Partitions.PaymentList(listId);
        if (await register.GetAsync<PaymentListRecord>(partition, PaymentListRecord.Row, cancellation) is null)
            return null;
        var found = new List<ExpenseClaim>();
        await foreach (var place in register.QueryAsync<ClaimRef>(partition, PaymentListRecord.ClaimPrefix, cancellation: cancellation))
        {
            if (await claims.GetAsync(place.Value.Id, cancellation) is { } claim && claim.Value.ListId == listId)
                found.Add(claim.Value);
        }

        return InOrder(found);
    }

    /// <summary>A list with its lines, or null.</summary>
    public async Task<PaymentListView?> GetAsync(string listId, CancellationToken cancellation)
    {
        var list = await register.GetAsync<PaymentListRecord>(Partitions.PaymentList(listId), PaymentListRecord.Row, cancellation);
        if (list is null || await ClaimsAsync(listId, cancellation) is not { } on)
            return null;
        var total = on.Aggregate(new Kroner(0), (sum, claim) => sum + claim.Total);
        var summary = new PaymentListSummary(listId, list.Value.Created, await people.NameAsync(list.Value.CreatedBy, cancellation), on.Count, on.Count(c => c.State == ClaimState.Paid), total);
        return new PaymentListView(summary, [.. on.Select(c => new PaymentListLine(ClaimViews.Of(c, organisation), c.PaidAt))]);
    }

    /// <summary>All lists with something on them, newest first.</summary>
    public async Task<IReadOnlyList<PaymentListSummary>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<PaymentListSummary>();
        await foreach (var place in register.QueryAsync<PaymentListPlace>(ClaimIndexes.Lists, cancellation: cancellation))
        {
            if (await GetAsync(place.Value.Id, cancellation) is { Lines.Count: > 0 } list)
                all.Add(list.Summary);
        }

        all.Reverse();
        return all;
    }
}
