using Husrum.Core.Calendar;
using Husrum.Durable;

namespace Husrum.Core.Reconciliation;

/// <summary>Names the next night's moment.</summary>
internal sealed class NextReconciliationActivity(TimeProvider time) : TaskActivity<object?, DateTimeOffset>
{
    // after what is deleted at 03:30
    private static readonly TimeOnly At = new(4, 15);

    /// <inheritdoc />
    public override Task<DateTimeOffset> RunAsync(TaskActivityContext context, object? input)
    {
        var now = time.GetUtcNow();
        var today = WallTime.ToUtc(WallTime.LocalDate(now), At);
        return Task.FromResult(today > now ? today : WallTime.ToUtc(WallTime.LocalDate(now).AddDays(1), At));
    }
}

/// <summary>Reckons everything up, and writes down what does not balance.</summary>
internal sealed class ReconcileActivity(Reconciler reconciler, ReconciliationBook book) : TaskActivity<object?, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        await book.WriteAsync(await reconciler.RunAsync(context.Cancellation), context.Cancellation);
        return null;
    }
}
