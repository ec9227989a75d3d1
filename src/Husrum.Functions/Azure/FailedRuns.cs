using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Azure;

/// <summary>
/// Runs that failed on their way, not in their code: the process was gone during an episode, and the host ends such an instance for good.
/// The case starts again from the register, as a new generation; it is never rewound.
/// </summary>
internal sealed partial class FailedRuns(DurableTaskClient client, IEnumerable<Process> processes, IServiceProvider services, ILogger<FailedRuns> logger)
{
    private static readonly OrchestrationQuery AllFailed = new(Statuses: [OrchestrationRuntimeStatus.Failed], FetchInputsAndOutputs: true);

    /// <summary>The failed instances the hub still knows.</summary>
    public IAsyncEnumerable<OrchestrationMetadata> AllAsync(CancellationToken cancellation) => client.GetAllInstancesAsync(AllFailed, cancellation);

    /// <summary>Replaces those that failed for a transport reason. What failed by its own code waits for a person.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var failed = new List<OrchestrationMetadata>();
        await foreach (var run in AllAsync(cancellation))
        {
            if (IsTransport(run))
                failed.Add(run);
        }

        foreach (var run in failed)
            await ReplaceAsync(run, null, cancellation);
    }

    /// <summary>Starts a failed run's case again because somebody says so, whatever it failed of.</summary>
    /// <returns>False where it has not failed or belongs to no process.</returns>
    public async Task<bool> ReplaceAsync(string instanceId, string byPersonId, CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, true, cancellation) is { RuntimeStatus: OrchestrationRuntimeStatus.Failed } run
        && await ReplaceAsync(run, byPersonId, cancellation);

    /// <summary>True where the host's words say that its call of this program went wrong.</summary>
    public static bool IsTransport(OrchestrationMetadata run)
    {
        var words = $"{run.SerializedOutput} {run.FailureDetails?.ErrorMessage}";
        var type = run.FailureDetails?.ErrorType ?? "";
        return words.Contains("failed with an unhandled exception", StringComparison.Ordinal)
            || words.Contains("failed with an unknown unhandled exception", StringComparison.Ordinal)
            || words.Contains("doesn't exist, is disabled, or is not an orchestrator function", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.Azure.WebJobs.", StringComparison.Ordinal)
            || type.StartsWith("System.Net.", StringComparison.Ordinal);
    }

    private async Task<bool> ReplaceAsync(OrchestrationMetadata run, string? byPersonId, CancellationToken cancellation)
    {
        if (await StandsAgainAsync(run, cancellation))
            return true;
        foreach (var replace in processes.Select(process => process.Replace).OfType<Func<IServiceProvider, FailedRun, CancellationToken, Task<RunReplacement>>>())
        {
            switch (await replace(services, new FailedRun(run.InstanceId, run.LastUpdatedAt, byPersonId), cancellation))
            {
                case RunReplacement.Begun:
                    LogReplaced(logger, run.InstanceId, run.Name);
                    return true;
                case RunReplacement.Superseded:
                    await client.PurgeInstanceAsync(run.InstanceId, cancellation);
                    return true;
                case RunReplacement.Later:
                    return true;
            }
        }

        return false;
    }

    // one there is one of, always, has one id
    private async Task<bool> StandsAgainAsync(OrchestrationMetadata run, CancellationToken cancellation)
    {
        var standing = processes.SelectMany(process => process.Standing).FirstOrDefault(standing => standing.InstanceId == run.InstanceId);
        if (standing.InstanceId is null)
            return false;
        await client.PurgeInstanceAsync(run.InstanceId, cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync(FunctionNames.Of(standing.Orchestrator.Name), null, new StartOrchestrationOptions(standing.InstanceId), cancellation);
        LogReplaced(logger, run.InstanceId, run.Name);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "{Instance} ({Orchestrator}) had failed; its case goes on from the register in a new run")]
    private static partial void LogReplaced(ILogger logger, string instance, string orchestrator);
}
