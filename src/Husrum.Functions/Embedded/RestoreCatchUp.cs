using Husrum.Core.Register;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Embedded;

/// <summary>The first start after a restore: the orchestrations do what was due since the backup, and what they would send for it waits for a person's word. Runs before the messenger.</summary>
internal sealed partial class RestoreCatchUp(SqliteTaskHub hub, IRegister register, ILogger<RestoreCatchUp> logger)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await register.GetAsync<RestoreMark>(RestoreMark.Partition, RestoreMark.Row, cancellation) is not { Value.IsCaughtUp: false } mark)
            return;
        await hub.WhenIdleAsync().WaitAsync(cancellation);
        await RestoreHolding.WhenCaughtUpAsync(register);
        await register.CommitAsync(new RegisterBatch(RestoreMark.Partition).Replace(RestoreMark.Row, mark.Value with { IsCaughtUp = true }, mark.ETag), cancellation);
        LogCaughtUp(logger);
    }

    [LoggerMessage(LogLevel.Warning, "A backup was put back. Messages that were due meanwhile are held; an operator lets them go or drops them at /postkasse")]
    private static partial void LogCaughtUp(ILogger logger);
}
