using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <content>What the orchestration asks of the book.</content>
public sealed partial class CaseBook<TCase>
{
    /// <inheritdoc />
    public async Task<CaseStage> StageAsync(string caseId, CancellationToken cancellation)
    {
        if (await GetAsync(caseId, cancellation) is not { Value: var @case })
            return new CaseStage(null, true, []);
        return new CaseStage(@case.StateWord, @case.IsClosed, [.. process.Open(@case).Select(step => new OpenStep(step.Question, @case.RoundOf(step.Question), step.NotBefore(@case)))], WakeAt(@case));
    }

    /// <inheritdoc />
    public async Task ApplySilenceAsync(string caseId, CancellationToken cancellation)
    {
        await ChangeAsync(caseId, async (batch, @case) => await ApplySilenceAsync(batch, @case, cancellation), cancellation);
        await PassMomentsAsync(caseId, cancellation);
        await SettleAsync(caseId, cancellation);
    }

    /// <inheritdoc />
    public async Task SettleAsync(string caseId, CancellationToken cancellation)
    {
        if (await GetAsync(caseId, cancellation) is { } @case)
            await process.SettleAsync(@case.Value, cancellation);
    }

    /// <inheritdoc />
    public async Task<RunReplacement> ReplaceAsync(string instanceId, DateTimeOffset failed, string? byPersonId, CancellationToken cancellation)
    {
        if (!Generations.TryRead(instanceId, process.IdPrefix, out var caseId, out var generation))
            return RunReplacement.NotOurs;
        if (byPersonId is null && Generations.IsTooEarly(generation, failed, services.Now))
            return RunReplacement.Later;
        var outcome = RunReplacement.Superseded; // also where the case is gone
        await ChangeAsync(
            caseId,
            async (batch, @case) =>
            {
                outcome = @case.Value.Generation == generation ? RunReplacement.Begun : RunReplacement.Superseded;
                if (outcome != RunReplacement.Begun)
                    return false;
                var next = (TCase)(@case.Value with { Generation = generation + 1 });
                await WriteAsync(batch, @case, next, [new TimelineLine(CaseWords.Restarted, services.Now, byPersonId)], services.Now, cancellation);
                batch.Start(process.Orchestrator, next.InstanceId, new CaseRef(Name, caseId));
                return true;
            },
            cancellation);
        return outcome;
    }

    private async Task<bool> ApplySilenceAsync(RegisterBatch batch, Stored<TCase> stored, CancellationToken cancellation)
    {
        var now = services.Now;
        var next = stored.Value;
        var lines = new List<TimelineLine>();
        foreach (var step in process.Open(stored.Value))
        {
            var row = new DecisionRef(stored.Partition, stored.Value.Id, step.Question, stored.Value.RoundOf(step.Question)).Row;
            var decision = (await services.Register.GetAsync<DecisionRecord>(stored.Partition, row, cancellation))?.Value;
            if (decision is not { Answer: { } word, AnsweredBy: null } || !step.IsOpen(next))
                continue;
            next = step.After(next, new StepAnswer(word, null, now, WallTime.LocalDate(now), null, []));
            lines.Add(new TimelineLine($"{step.Question}:{word}", now));
        }

        if (lines.Count > 0)
            await WriteAsync(batch, stored, next, lines, now, cancellation);
        return lines.Count > 0;
    }
}
