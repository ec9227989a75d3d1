using Husrum.Core.Calendar;
using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Core.Retention;

/// <summary>Names the next moment of the sweep.</summary>
internal sealed class NextSweepActivity(TimeProvider time) : TaskActivity<object?, DateTimeOffset>
{
    private static readonly TimeOnly At = new(3, 30);

    /// <inheritdoc />
    public override Task<DateTimeOffset> RunAsync(TaskActivityContext context, object? input)
    {
        var now = time.GetUtcNow();
        var today = WallTime.ToUtc(WallTime.LocalDate(now), At);
        return Task.FromResult(today > now ? today : WallTime.ToUtc(WallTime.LocalDate(now).AddDays(1), At));
    }
}

/// <summary>Lists look-up rows that are due, a page of them, after as many as failed tonight.</summary>
internal sealed class FindDueActivity(IRegister register, TimeProvider time) : TaskActivity<int, string[]>
{
    private const int PageSize = 25;

    /// <inheritdoc />
    public override async Task<string[]> RunAsync(TaskActivityContext context, int input)
    {
        var rows = new List<string>();
        await foreach (var place in register.QueryAsync<RetainPlace>(Partitions.RetainIndex, through: RetentionIndex.Through(WallTime.LocalDate(time.GetUtcNow())), cancellation: context.Cancellation))
        {
            rows.Add(place.Row);
            if (rows.Count == input + PageSize)
                break;
        }

        return [.. rows.Skip(input)];
    }
}

/// <summary>Deletes what a look-up row leads to, then the row.</summary>
internal sealed class DeleteRetainedActivity(IRegister register, IEnumerable<RetainedKind> kinds, TimeProvider time) : TaskActivity<string, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, string input)
    {
        if (await register.GetAsync<RetainPlace>(Partitions.RetainIndex, input, context.Cancellation) is not { } place)
            return null;
        var partition = place.Value.Partition;
        var kind = kinds.FirstOrDefault(k => partition.StartsWith(k.PartitionPrefix, StringComparison.Ordinal))
            ?? throw new InvalidOperationException("No process says how to delete a record of this kind.");
        await kind.DeleteAsync(partition, WallTime.LocalDate(time.GetUtcNow()), context.Cancellation);
        await register.CommitAsync(new RegisterBatch(Partitions.RetainIndex).Delete(input), context.Cancellation);
        return null;
    }
}
