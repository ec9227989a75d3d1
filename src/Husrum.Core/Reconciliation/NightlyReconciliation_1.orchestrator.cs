using Husrum.Durable;

namespace Husrum.Core.Reconciliation;

/// <summary>Reckons everything up, every night at 04:15 Danish time, for ever. A night that fails is made good by the next one.</summary>
internal sealed class NightlyReconciliation_1 : TaskOrchestrator<object?, object?>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "NightlyReconciliation_1";

    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var next = await context.CallActivityAsync<DateTimeOffset>(ReconciliationTasks.Next, null, ReconciliationTasks.Options);
        await context.CreateTimer(next.UtcDateTime, CancellationToken.None);
        try
        {
            await context.CallActivityAsync(ReconciliationTasks.Run, null, ReconciliationTasks.FewTries);
        }
        catch (TaskFailedException)
        {
        }

        context.ContinueAsNew(null);
        return null;
    }
}
