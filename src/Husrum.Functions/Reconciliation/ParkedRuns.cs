using Husrum.Core.Reconciliation;
using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Functions.Pages.Drift;

namespace Husrum.Functions.Reconciliation;

/// <summary>What the running engine has set aside, in either home.</summary>
internal sealed class ParkedInEngine(IEngineState engine) : IParkedRuns
{
    public async Task<IReadOnlyList<(string InstanceId, DateTimeOffset Since)>> ParkedAsync(CancellationToken cancellation) =>
        [.. (await engine.ReadAsync(cancellation)).Parked.Select(parked => (parked.Instance, parked.Since))];
}

/// <summary>The same of a data folder whose program may be stopped: all that the reckoning asks of an engine.</summary>
internal sealed class ParkedInFile(SqliteDatabase database) : IParkedRuns
{
    public Task<IReadOnlyList<(string InstanceId, DateTimeOffset Since)>> ParkedAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>([.. HubStatistics.ParkedIn(database).Select(parked => (parked.InstanceId, parked.Since))]);
}
