using Husrum.Durable;

namespace Husrum.Core.Retention;

/// <summary>Deletes what has been kept long enough: every night at 03:30 Danish time, for ever. What cannot be deleted one night is tried the next and does not stand in the way of the rest.</summary>
internal sealed class RetentionSweep_1 : TaskOrchestrator<object?, object?>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "RetentionSweep_1";

    // a night's work; the next one goes on
    private const int PagesPerNight = 20;

    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var next = await context.CallActivityAsync<DateTimeOffset>(RetentionTasks.NextSweep, null, RetentionTasks.Options);
        await context.CreateTimer(next.UtcDateTime, CancellationToken.None);

        var failed = 0;
        for (var page = 0; page < PagesPerNight; page++)
        {
            var due = await context.CallActivityAsync<string[]>(RetentionTasks.FindDue, failed, RetentionTasks.Options);
            if (due.Length == 0)
                break;
            foreach (var row in due)
                failed += await DeletedAsync(context, row) ? 0 : 1;
        }

        context.ContinueAsNew(null);
        return null;
    }

    private static async Task<bool> DeletedAsync(TaskOrchestrationContext context, string row)
    {
        try
        {
            await context.CallActivityAsync(RetentionTasks.Delete, row, RetentionTasks.FewTries);
            return true;
        }
        catch (TaskFailedException)
        {
            return false;
        }
    }
}
