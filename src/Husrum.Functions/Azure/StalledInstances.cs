using System.Collections.Concurrent;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.Remote;

namespace Husrum.Functions.Azure;

/// <summary>Keeps account of instances that stand still because this program could not run their code, and wakes them.</summary>
internal sealed partial class StalledInstances(IRegister register, RemoteTaskClient client, TimeProvider machine, ILogger<StalledInstances> logger) : IStalledRuns
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    public async Task NoteAsync(string instanceId, string orchestrator, string reason)
    {
        try
        {
            _known[instanceId] = true;
            if (await FindAsync(instanceId) is null)
                await register.CommitAsync(new RegisterBatch(StalledInstance.Partition).Put(instanceId, StalledInstance.New(instanceId, orchestrator, reason, machine.GetUtcNow())));
        }
        catch (Exception e)
        {
            LogNotKept(logger, instanceId, e.GetType().Name);
        }
    }

    public async Task ClearAsync(string instanceId)
    {
        if (!_known.ContainsKey(instanceId))
            return;
        try
        {
            await ForgetAsync(instanceId);
        }
        catch (Exception e)
        {
            LogNotKept(logger, instanceId, e.GetType().Name);
        }
    }

    public async IAsyncEnumerable<StalledInstance> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stalled in register.QueryAsync<StalledInstance>(StalledInstance.Partition, cancellation: cancellation))
            yield return stalled.Value;
    }

    /// <summary>Wakes those whose time has come.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await foreach (var stalled in AllAsync(cancellation))
        {
            _known[stalled.InstanceId] = true; // whichever process runs its next episode well must know that it stood
            if (await client.GetInstanceAsync(stalled.InstanceId, cancellation: cancellation) is null or { IsCompleted: true })
                await ForgetAsync(stalled.InstanceId);
            else if (stalled.WakeAt <= machine.GetUtcNow())
                await WakeAsync(stalled, cancellation);
        }
    }

    /// <summary>Wakes one now.</summary>
    /// <returns>False where it does not stand still.</returns>
    public async Task<bool> WakeAsync(string instanceId, CancellationToken cancellation)
    {
        if (await FindAsync(instanceId) is not { } stalled)
            return false;
        await WakeAsync(stalled, cancellation);
        return true;
    }

    /// <summary>True where it stands still.</summary>
    public async Task<bool> IsStalledAsync(string instanceId) => await FindAsync(instanceId) is not null;

    private async Task WakeAsync(StalledInstance stalled, CancellationToken cancellation)
    {
        await register.CommitAsync(new RegisterBatch(StalledInstance.Partition).Put(stalled.InstanceId, stalled.Woken(machine.GetUtcNow())), cancellation);
        await client.RaiseEventAsync(stalled.InstanceId, OrchestrationExecutor.WakeUpEvent, null, cancellation);
    }

    private async Task<StalledInstance?> FindAsync(string instanceId) => instanceId.Length == 0 ? null : (await register.GetAsync<StalledInstance>(StalledInstance.Partition, instanceId))?.Value;

    private async Task ForgetAsync(string instanceId)
    {
        await register.CommitAsync(new RegisterBatch(StalledInstance.Partition).Delete(instanceId));
        _known.TryRemove(instanceId, out _);
    }

    [LoggerMessage(LogLevel.Error, "It could not be noted whether {Instance} stands still: {Error}")]
    private static partial void LogNotKept(ILogger logger, string instance, string error);
}
