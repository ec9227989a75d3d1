using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>Works out what the approver should look at, and tells the claimant that the claim has come. Once a round; thanks go out once.</summary>
internal sealed class WelcomeActivity(ClaimBook claims, IRegister register, Organisation organisation) : TaskActivity<string, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, string input)
    {
        await claims.ChangeAsync(input, async (batch, claim) => await MakeAsync(batch, claim, context.Cancellation), context.Cancellation);
        return null;
    }

    private async Task<bool> MakeAsync(RegisterBatch batch, Stored<ExpenseClaim> stored, CancellationToken cancellation)
    {
        var claim = stored.Value;
        if (claim.AssessedRound == claim.Round)
            return false;
        var content = claim.Content;
        var sameReceipt = new List<ExpenseClaim>();
        foreach (var receipt in content.ReceiptIds)
        {
            var users = await DocumentUses.OfAsync(register, receipt, cancellation);
            sameReceipt.AddRange(await OthersAsync(users.Where(u => u.StartsWith("claim:", StringComparison.Ordinal)).Select(u => u["claim:".Length..]), o => o.ReceiptIds.Contains(receipt), cancellation));
        }

        var prefix = ClaimIndexes.AmountPrefix(content);
        var sameAmount = await OthersAsync(await SameAmountAsync(prefix, cancellation), o => ClaimIndexes.AmountPrefix(o) == prefix, cancellation);
        var account = await register.GetAsync<PayoutAccount>(Partitions.Person(claim.ClaimantId), PayoutAccount.Row, cancellation);

        ClaimBatch.Change(batch, stored, claim with { AssessedRound = claim.Round, Flags = FlagRules.For(claim, sameReceipt, sameAmount, account?.Value) }, claims.Now);
        if (claim.AssessedRound == 0)
            Outbox.Add(batch, Thanks(claim));
        return true;
    }

    private Notice Thanks(ExpenseClaim claim)
    {
        var notice = RefundNotices.ToClaimant(claim, RefundMessages.Received, "received", WallTime.LocalDate(claim.Created), claims.Now);
        var fields = new Dictionary<string, string>(notice.Fields)
        {
            ["department"] = organisation.Department(claim.DepartmentId)?.Name ?? claim.DepartmentId,
            ["mailbox"] = organisation.Mailbox,
        };
        // the receipt for what a person just sent goes at once, at any hour; but anybody may have typed the address
        return notice with { Fields = fields, Due = claims.Now, MergesInto = RefundMessages.ManyReceived };
    }

    // the look-ups are hints: the claims themselves decide
    private async Task<IReadOnlyList<ExpenseClaim>> OthersAsync(IEnumerable<string> claimIds, Func<ClaimContent, bool> agrees, CancellationToken cancellation)
    {
        var found = new List<ExpenseClaim>();
        foreach (var id in claimIds)
        {
            if (await claims.GetAsync(id, cancellation) is { } other && agrees(other.Value.Content))
                found.Add(other.Value);
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> SameAmountAsync(string prefix, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var place in register.QueryAsync<ClaimRef>(Partitions.AmountIndex, prefix, cancellation: cancellation))
            ids.Add(place.Value.Id);
        return ids;
    }
}
