using Husrum.Durable;
using Husrum.Durable.Client;

namespace Husrum.Core.Retention;

/// <summary>Deletes a page of the runs that completed or were ended long enough ago. Failed ones stay: a person has yet to look at them.</summary>
internal sealed class PurgeEndedActivity(DurableTaskClient client, RetentionSettings settings, TimeProvider time) : TaskActivity<object?, bool>
{
    private const int PageSize = 100;

    /// <inheritdoc />
    /// <returns>True where there may be more.</returns>
    public override async Task<bool> RunAsync(TaskActivityContext context, object? input)
    {
        var before = time.GetUtcNow().AddDays(-settings.EndedRunsDays);
        var ended = new OrchestrationQuery(CreatedTo: before, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated], PageSize: PageSize);
        var purged = 0;
        await foreach (var run in client.GetAllInstancesAsync(ended, context.Cancellation))
        {
            if (run.LastUpdatedAt > before)
                continue;
            await client.PurgeInstanceAsync(run.InstanceId, context.Cancellation);
            if (++purged == PageSize)
                return true;
        }

        return false;
    }
}
