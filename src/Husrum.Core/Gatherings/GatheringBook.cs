using System.Globalization;
using Husrum.Core.Cases;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Gatherings;

/// <summary>Reads and changes gatherings.</summary>
public sealed class GatheringBook(IRegister register, TimeProvider time)
{
    internal const string Index = "ix-gatherings";

    /// <summary>The event that wakes a gathering's orchestration; what has changed it reads from the register.</summary>
    internal const string Woken = CaseChanged.EventName;

    /// <summary>The gathering, or null.</summary>
    public Task<Stored<Gathering>?> GetAsync(string id, CancellationToken cancellation = default) =>
        RegisterKey.IsKey(id) ? register.GetAsync<Gathering>(Gathering.Partition(id), Gathering.Row, cancellation) : Task.FromResult<Stored<Gathering>?>(null);

    /// <summary>Those of a department from a moment on, soonest first; <see cref="Gathering.AllDepartments"/> for those that are everybody's.</summary>
    public async IAsyncEnumerable<Gathering> OfAsync(string departmentId, DateTimeOffset from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var place in register.QueryAsync<GatheringPlace>(Index, departmentId + "|", cancellation: cancellation))
        {
            if (await GetAsync(place.Value.GatheringId, cancellation) is { Value: var gathering } && gathering.Ends >= from && IndexRow(gathering) == place.Row)
                yield return gathering;
        }
    }

    /// <summary>Those invited, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Stored<Guest>>> GuestsAsync(string id, CancellationToken cancellation = default)
    {
        var guests = new List<Stored<Guest>>();
        await foreach (var guest in register.QueryAsync<Guest>(Gathering.Partition(id), Guest.Prefix, cancellation: cancellation))
            guests.Add(guest);
        return guests;
    }

    /// <summary>Writes a new gathering down and starts its orchestration. One that is there already is left as it is.</summary>
    public Task<CommitOutcome> InsertAsync(Gathering gathering, CancellationToken cancellation = default) => register.CommitAsync(
        new RegisterBatch(Gathering.Partition(gathering.Id))
            .Insert(Gathering.Row, gathering)
            .Index(Index, IndexRow(gathering), new GatheringPlace(gathering.Id))
            .Start(GatheringTasks.Orchestrator, gathering.InstanceId, gathering.Id),
        cancellation);

    /// <summary>Changes a gathering, again as often as another one wrote first.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Null where there is nothing (more) to do.</param>
    /// <param name="wake">True where its orchestration must hear of it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> ChangeAsync(string id, Func<Gathering, Gathering?> change, bool wake, CancellationToken cancellation = default)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await GetAsync(id, cancellation) is not { } old || change(old.Value) is not { } next)
                return false;
            var batch = new RegisterBatch(old.Partition).Replace(Gathering.Row, next, old.ETag);
            if (IndexRow(old.Value) != IndexRow(next))
                batch.Unindex(Index, IndexRow(old.Value)).Index(Index, IndexRow(next), new GatheringPlace(id));
            if (old.Value.RetainUntil is null && next.RetainUntil is { } until)
                RetentionIndex.Add(batch, until.AddDays(1));
            if (next.Generation != old.Value.Generation)
                batch.Start(GatheringTasks.Orchestrator, next.InstanceId, id);
            else if (wake)
                batch.Raise(next.InstanceId, Woken, new CaseChanged("gathering"));
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return true;
        }
    }

    /// <summary>Puts a new generation in the place of a run that failed; it goes on where the record says. Asked twice it is done once.</summary>
    public async Task<RunReplacement> ReplaceAsync(string instanceId, DateTimeOffset failed, string? byPersonId, CancellationToken cancellation)
    {
        if (!Generations.TryRead(instanceId, Gathering.IdPrefix, out var id, out var generation))
            return RunReplacement.NotOurs;
        if (byPersonId is null && Generations.IsTooEarly(generation, failed, time.GetUtcNow()))
            return RunReplacement.Later;
        var begun = await ChangeAsync(id, old => old.Generation == generation ? old with { Generation = generation + 1 } : null, wake: false, cancellation);
        return begun ? RunReplacement.Begun : RunReplacement.Superseded;
    }

    /// <summary>Removes the look-ups of a gathering that is deleted.</summary>
    internal static void Forget(RegisterBatch batch, Gathering gathering) => batch.Unindex(Index, IndexRow(gathering));

    private static string IndexRow(Gathering gathering) => string.Create(CultureInfo.InvariantCulture, $"{gathering.DepartmentId}|{gathering.Starts.UtcDateTime:yyyyMMddHHmm}-{gathering.Id}");
}

/// <summary>A look-up row that leads to a gathering.</summary>
/// <param name="GatheringId">Which.</param>
[RegisterRecord("ix-gathering", 1)]
internal sealed record GatheringPlace(string GatheringId);
