using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>A process as those see it who need not know what its cases hold.</summary>
internal interface ICaseProcess : IQuestionSource
{
    string Name { get; }

    string PartitionPrefix { get; }

    Task<CaseStage> StageAsync(string caseId, CancellationToken cancellation);

    Task ApplySilenceAsync(string caseId, CancellationToken cancellation);

    Task FinishAsync(string caseId, CancellationToken cancellation);

    Task<StepView?> ViewAsync(Stored<LinkRecord> link, CancellationToken cancellation);

    Task<StepResult> AnswerAsync(Stored<LinkRecord> link, StepForm form, CancellationToken cancellation);

    Task<CaseStatusView?> StatusAsync(Stored<LinkRecord> link, CancellationToken cancellation);

    Task<bool> WithdrawAsync(Stored<LinkRecord> link, CancellationToken cancellation);

    Task<CaseWork?> WorkAsync(string caseId, string readerId, CancellationToken cancellation);

    Task<string?> RestartAsync(string caseId, string? byPersonId, CancellationToken cancellation);
}

/// <summary>The processes that work by cases, by name and by partition.</summary>
internal sealed class CaseProcesses(IEnumerable<ICaseProcess> processes)
{
    private readonly Dictionary<string, ICaseProcess> _byName = processes.ToDictionary(p => p.Name, StringComparer.Ordinal);

    public ICaseProcess this[string name] => _byName.TryGetValue(name, out var process) ? process : throw new InvalidOperationException($"No process named '{name}' is registered.");

    public ICaseProcess? Of(string partition) => _byName.Values.FirstOrDefault(p => partition.StartsWith(p.PartitionPrefix, StringComparison.Ordinal));
}
