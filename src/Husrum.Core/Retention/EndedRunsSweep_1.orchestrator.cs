using Husrum.Durable;

namespace Husrum.Core.Retention;

/// <summary>Deletes the histories of runs that ended long ago: every night at 03:30 Danish time, for ever. The record is the truth; an ended run only tells how it came about.</summary>
internal sealed class EndedRunsSweep_1 : TaskOrchestrator<object?, object?>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "EndedRunsSweep_1";

    // a night's work; the next one goes on
    private const int PagesPerNight = 50;

    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var next = await context.CallActivityAsync<DateTimeOffset>(RetentionTasks.NextSweep, null, RetentionTasks.Options);
        await context.CreateTimer(next.UtcDateTime, CancellationToken.None);

        for (var page = 0; page < PagesPerNight; page++)
        {
            if (!await context.CallActivityAsync<bool>(RetentionTasks.PurgeEnded, null, RetentionTasks.Options))
                break;
        }

        context.ContinueAsNew(null);
        return null;
    }
}
