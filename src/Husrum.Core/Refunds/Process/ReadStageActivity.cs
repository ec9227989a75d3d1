using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>Reads where a claim stands. Writes nothing.</summary>
internal sealed class ReadStageActivity(ClaimBook claims, RefundSettings settings) : TaskActivity<string, RefundStage>
{
    /// <inheritdoc />
    public override async Task<RefundStage> RunAsync(TaskActivityContext context, string input) =>
        StageReading.Of((await claims.GetAsync(input, context.Cancellation))?.Value, settings);
}
