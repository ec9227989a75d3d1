using Husrum.Core.Messages;

namespace Husrum.Core.Cases;

/// <summary>What messages in cases are about: their case.</summary>
internal sealed class CaseMatters(CaseProcesses processes) : IMessageMatters
{
    public async Task<MessageMatter?> OfAsync(string partition, CancellationToken cancellation) =>
        processes.Of(partition) is { } process ? await process.MatterAsync(partition, cancellation) : null;
}
