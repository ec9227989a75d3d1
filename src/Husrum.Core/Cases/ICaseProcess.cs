using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>A process as those see it who need not know what its cases hold.</summary>
internal interface ICaseProcess : IQuestionSource
{
    string Name { get; }

    string PartitionPrefix { get; }

    Task<CaseStage> StageAsync(string caseId, CancellationToken cancellation);

    Task ApplySilenceAsync(string caseId, CancellationToken cancellation);

    Task SettleAsync(string caseId, CancellationToken cancellation);

    Task<StepView?> ViewAsync(Stored<LinkRecord> link, string? language, CancellationToken cancellation);

    Task<StepResult> AnswerAsync(Stored<LinkRecord> link, StepForm form, CancellationToken cancellation);

    Task<CaseStatusView?> StatusAsync(Stored<LinkRecord> link, CancellationToken cancellation);

    Task<bool> WithdrawAsync(Stored<LinkRecord> link, CancellationToken cancellation);

    Task<bool> DoAsync(Stored<LinkRecord> link, string word, CancellationToken cancellation);

    Task<MessageMatter?> MatterAsync(string partition, CancellationToken cancellation);

    Task<CaseStory?> StoryAsync(string caseId, string readerId, CancellationToken cancellation);

    Task<CaseWork?> WorkAsync(string caseId, string readerId, CancellationToken cancellation);

    /// <summary>Puts a new generation in the place of a run that failed; it picks up at the stage the record says. Asked twice it is done once.</summary>
    Task<RunReplacement> ReplaceAsync(string instanceId, DateTimeOffset failed, string? byPersonId, CancellationToken cancellation);
}

/// <summary>The processes that work by cases, by name and by partition.</summary>
internal sealed class CaseProcesses(IEnumerable<ICaseProcess> processes)
{
    private readonly Dictionary<string, ICaseProcess> _byName = processes.ToDictionary(p => p.Name, StringComparer.Ordinal);

    public ICaseProcess this[string name] => _byName.TryGetValue(name, out var process) ? process : throw new InvalidOperationException($"No process named '{name}' is registered.");

    public async Task<RunReplacement> ReplaceAsync(string instanceId, DateTimeOffset failed, string? byPersonId, CancellationToken cancellation)
    {
        var found = RunReplacement.NotOurs;
        foreach (var process in _byName.Values)
        {
            var outcome = await process.ReplaceAsync(instanceId, failed, byPersonId, cancellation);
            if (outcome is RunReplacement.Begun or RunReplacement.Later)
                return outcome;
            if (outcome == RunReplacement.Superseded)
                found = outcome; // or another process's, whose ids begin alike: this one has no such case
        }

        return found;
    }

    public ICaseProcess? Of(string partition) => _byName.Values.FirstOrDefault(p => partition.StartsWith(p.PartitionPrefix, StringComparison.Ordinal));
}
