using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>Sets cases going again whose run has failed or was lost. The new generation picks up at the stage the record says; whatever was done stays done.</summary>
public sealed class CaseDriver
{
    private readonly CaseProcesses _processes;

    internal CaseDriver(CaseProcesses processes) => _processes = processes;

    /// <summary>Puts a new generation in the place of a run that failed. Asked twice, or by two at once, it is done once: the case's row says which generation is its last.</summary>
    /// <param name="instanceId">The failed run.</param>
    /// <param name="failed">When it failed, UTC: the first run is replaced at once, later ones after a minute, two, four, at most a day.</param>
    /// <param name="byPersonId">Whoever asked for it, which is done at once; null for the program itself.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<RunReplacement> ReplaceAsync(string instanceId, DateTimeOffset failed, string? byPersonId = null, CancellationToken cancellation = default) =>
        _processes.ReplaceAsync(instanceId, failed, byPersonId, cancellation);
}
