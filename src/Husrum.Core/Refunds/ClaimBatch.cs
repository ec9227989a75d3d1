using Husrum.Core.Cases;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Refunds;

/// <summary>The one way a claim changes: its row (at the version read), its timeline and its look-ups in one batch.</summary>
internal static class ClaimBatch
{
    /// <summary>Adds a change. Where the state changes, the move must be one that is allowed.</summary>
    /// <param name="batch">The claim's batch.</param>
    /// <param name="old">The claim as read.</param>
    /// <param name="next">As it shall be; time in state and timeline count are set here.</param>
    /// <param name="now">UTC.</param>
    /// <param name="lines">What happened; each becomes a line of the timeline.</param>
    /// <exception cref="InvalidOperationException">The move is not allowed.</exception>
    public static RegisterBatch Change(RegisterBatch batch, Stored<ExpenseClaim> old, ExpenseClaim next, DateTimeOffset now, params IEnumerable<TimelineLine> lines)
    {
        if (next.State != old.Value.State)
        {
            if (!ClaimMoves.Allows(old.Value.State, next.State))
                throw new InvalidOperationException($"A claim does not go from {old.Value.State} to {next.State}.");
            next = next with { Since = now };
            AddState(batch, next);
            AddRetention(batch, old.Value, next);
        }

        foreach (var line in lines)
        {
            next = next with { TimelineCount = next.TimelineCount + 1 };
            batch.Insert(TimelineLine.RowOf(line.At, next.TimelineCount), line);
        }

        return batch.Replace(ExpenseClaim.Row, next, old.ETag);
    }

    /// <summary>Adds a new claim.</summary>
    public static RegisterBatch Insert(RegisterBatch batch, ExpenseClaim claim, TimelineLine line)
    {
        claim = claim with { TimelineCount = 1 };
        AddState(batch, claim);
        ClaimIndexes.AddContent(batch, claim.Id, claim.Content);
        return batch.Insert(ExpenseClaim.Row, claim).Insert(TimelineLine.RowOf(line.At, 1), line);
    }

    private static void AddState(RegisterBatch batch, ExpenseClaim claim)
    {
        var (row, place) = (ClaimIndexes.Row(claim), new ClaimPlace(claim.Id, claim.State));
        batch.Index(Partitions.ClaimIndex, row, place);
        if (ClaimMoves.IsClosed(claim.State))
            batch.Unindex(ClaimIndexes.Open, row);
        else
            batch.Index(ClaimIndexes.Open, row, place);
    }

    private static void AddRetention(RegisterBatch batch, ExpenseClaim old, ExpenseClaim next)
    {
        if (old.RetainUntil == next.RetainUntil)
            return;
        if (old.RetainUntil is { } before)
            RetentionIndex.Remove(batch, before.AddDays(1));
        if (next.RetainUntil is { } until)
            RetentionIndex.Add(batch, until.AddDays(1));
    }
}
