using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.SignIn;

/// <summary>Sessions as the server knows them: begun with a link, ended by signing out, at the latest after <see cref="Longest"/>.</summary>
/// <param name="register">Where they are kept.</param>
/// <param name="ids">Their ids.</param>
/// <param name="machine">The machine's clock: one that is turned signs nobody out.</param>
internal sealed class StaffSessions(IRegister register, Ids ids, TimeProvider machine)
{
    /// <summary>How long a session lasts at most, however often it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>So many a person; one more ends the oldest.</summary>
    public const int Most = 20;

    /// <summary>Adds a new session to a batch of the person's partition, and clears those away that are over.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> BeginAsync(RegisterBatch batch, CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var sessions = await register.QueryAsync<StaffSessionRecord>(batch.Partition, StaffSessionRecord.RowPrefix, cancellation: cancellation).ToListAsync(cancellation);
        var over = sessions.Where(session => session.Value.Expires <= now).ToList();
        foreach (var session in over.Concat(sessions.Except(over).OrderByDescending(session => session.Value.Began).Skip(Most - 1)))
            batch.Delete(session.Row);
        var id = ids.New();
        batch.Insert(StaffSessionRecord.RowOf(id), new StaffSessionRecord(now, now + Longest));
        return id;
    }

    /// <summary>The person's sessions that go on, the newest first.</summary>
    public async Task<IReadOnlyList<StaffSessionRecord>> OfAsync(string personId, CancellationToken cancellation)
    {
        var all = register.QueryAsync<StaffSessionRecord>(Partitions.Person(personId), StaffSessionRecord.RowPrefix, cancellation: cancellation);
        return await all.Select(session => session.Value).Where(session => session.Expires > machine.GetUtcNow()).OrderByDescending(session => session.Began).ToListAsync(cancellation);
    }

    /// <summary>True where the session has neither been ended nor run out.</summary>
    public async Task<bool> GoesOnAsync(string personId, string? sessionId, CancellationToken cancellation) =>
        sessionId is not null
        && await register.GetAsync<StaffSessionRecord>(Partitions.Person(personId), StaffSessionRecord.RowOf(sessionId), cancellation) is { } session
        && machine.GetUtcNow() < session.Value.Expires;

    /// <summary>Ends one.</summary>
    public async Task EndAsync(string personId, string sessionId, CancellationToken cancellation) =>
        await register.CommitAsync(new RegisterBatch(Partitions.Person(personId)).Delete(StaffSessionRecord.RowOf(sessionId)), cancellation);
}
