using Husrum.Core.Links;

namespace Husrum.Core.Cases;

/// <summary>The links of cases: look, and answer once.</summary>
public sealed class CaseDesk
{
    private readonly CaseProcesses _processes;
    private readonly PersonalLinks _links;

    internal CaseDesk(CaseProcesses processes, PersonalLinks links) => (_processes, _links) = (processes, links);

    /// <summary>What the answer page shows; null where the link does not work. Changes nothing.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="language">The language wished for; null for the reader's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<StepView?> ViewAsync(string? token, string? language = null, CancellationToken cancellation = default) =>
        await _links.ResolveAsync(token, LinkPurpose.Answer, cancellation) is { } link && _processes.Of(link.Partition) is { } process ? await process.ViewAsync(link, language, cancellation) : null;

    /// <summary>Records an answer: link used, question answered, case moved, messages written and event raised, in one batch; the first one counts.</summary>
    public async Task<StepResult> AnswerAsync(string? token, StepForm form, CancellationToken cancellation = default) =>
        await _links.ResolveAsync(token, LinkPurpose.Answer, cancellation) is { } link && _processes.Of(link.Partition) is { } process ? await process.AnswerAsync(link, form, cancellation) : new StepResult.Gone();

    /// <summary>What the person's own page shows; null where the link does not work. Changes nothing.</summary>
    public async Task<CaseStatusView?> StatusAsync(string? token, CancellationToken cancellation = default) =>
        await _links.ResolveAsync(token, LinkPurpose.Status, cancellation) is { } link && _processes.Of(link.Partition) is { } process ? await process.StatusAsync(link, cancellation) : null;

    /// <summary>The person does something with their case that it offers them on its page.</summary>
    /// <returns>False where the link does not work, or it is too late for that.</returns>
    public async Task<bool> DoAsync(string? token, string word, CancellationToken cancellation = default) =>
        await _links.ResolveAsync(token, LinkPurpose.Status, cancellation) is { } link && _processes.Of(link.Partition) is { } process && await process.DoAsync(link, word, cancellation);

    /// <summary>The person takes their case back.</summary>
    /// <returns>False where the link does not work or it is too late.</returns>
    public async Task<bool> WithdrawAsync(string? token, CancellationToken cancellation = default) =>
        await _links.ResolveAsync(token, LinkPurpose.Status, cancellation) is { } link && _processes.Of(link.Partition) is { } process && await process.WithdrawAsync(link, cancellation);
}
