using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Messages;

/// <summary>What messages about claims are about: their claim.</summary>
internal sealed class ClaimMatters(IRegister register) : IMessageMatters
{
    private static readonly Bilingual Kind = new("Udlæg", "Expense claim");

    public async Task<MessageMatter?> OfAsync(string partition, CancellationToken cancellation) =>
        partition.StartsWith(Partitions.Claim(""), StringComparison.Ordinal) && await register.GetAsync<ExpenseClaim>(partition, ExpenseClaim.Row, cancellation) is { } claim
            ? new MessageMatter(claim.Value.DepartmentId, Kind)
            : null;
}
