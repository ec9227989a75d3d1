using Husrum.Core.Register;

namespace Husrum.Functions.Tests.Azure.Tables;

/// <summary>A register that takes no starts and events, with somebody else for those: told after the batch, as in the Azure home.</summary>
internal sealed class Announcing(IRegister register, Action<HubCommand> onCommand) : IRegister
{
    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class => register.GetAsync<T>(partition, row, cancellation);

    public IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
        where T : class => register.QueryAsync<T>(partition, rowPrefix, through, cancellation);

    public async Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        var silent = new RegisterBatch(batch.Partition);
        foreach (var change in batch.Changes)
        {
            _ = change switch
            {
                { Record: null } => silent.Delete(change.Row, change.ETag),
                { Condition: RowCondition.MustNotExist } => silent.Insert(change.Row, change.Record),
                { Condition: RowCondition.MustMatch } => silent.Replace(change.Row, change.Record, change.ETag!),
                _ => silent.Put(change.Row, change.Record),
            };
        }

        foreach (var index in batch.Indexes)
            _ = index.Record is { } record ? silent.Index(index.Partition, index.Row, record) : silent.Unindex(index.Partition, index.Row);
        var outcome = await register.CommitAsync(silent, cancellation);
        if (outcome == CommitOutcome.Done)
            batch.Commands.ToList().ForEach(onCommand);
        return outcome;
    }
}
