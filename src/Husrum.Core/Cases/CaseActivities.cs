using Husrum.Durable;

namespace Husrum.Core.Cases;

/// <summary>Reads where a case stands. Writes nothing.</summary>
internal sealed class ReadCaseStageActivity(CaseProcesses processes) : TaskActivity<CaseRef, CaseStage>
{
    /// <inheritdoc />
    public override Task<CaseStage> RunAsync(TaskActivityContext context, CaseRef input) => processes[input.Process].StageAsync(input.CaseId, context.Cancellation);
}

/// <summary>Moves a case on where time has answered (what people answered moved it as they did), and writes what follows elsewhere.</summary>
internal sealed class ApplySilenceActivity(CaseProcesses processes) : TaskActivity<CaseRef, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, CaseRef input)
    {
        await processes[input.Process].ApplySilenceAsync(input.CaseId, context.Cancellation);
        return null;
    }
}

/// <summary>Writes what a closed case leaves elsewhere, should that not have been done yet.</summary>
internal sealed class FinishCaseActivity(CaseProcesses processes) : TaskActivity<CaseRef, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, CaseRef input)
    {
        await processes[input.Process].SettleAsync(input.CaseId, context.Cancellation);
        return null;
    }
}
