using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Formats;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Approval;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Views;

/// <summary>The claimant's own page.</summary>
/// <param name="register">Claims.</param>
/// <param name="links">Their links.</param>
/// <param name="organisation">Names of departments.</param>
/// <param name="time">The clock.</param>
public sealed class ClaimStatus(IRegister register, PersonalLinks links, Organisation organisation, TimeProvider time)
{
    private readonly ClaimBook _claims = new(register, time);

    /// <summary>What the page shows; null where the link does not work. Changes nothing.</summary>
    public async Task<ClaimStatusView?> ViewAsync(string token, CancellationToken cancellation = default)
    {
        if (await links.ResolveAsync(token, LinkPurpose.Status, cancellation) is not { } link || await _claims.GetAsync(link.Value.CaseId, cancellation) is not { } stored)
            return null;
        var claim = stored.Value;
        var view = ClaimViews.Of(claim, organisation);
        var timeline = new List<TimelineEntry>();
        await foreach (var line in register.QueryAsync<TimelineLine>(stored.Partition, TimelineLine.Prefix, cancellation: cancellation))
            timeline.Add(new TimelineEntry(line.Value.At, TimelineWords.Of(line.Value.What), line.Value.Note is { Length: > 0 } note && note != claim.Reason ? note : null));
        return new ClaimStatusView
        {
            Claim = view,
            Language = claim.Content.Language,
            StandsAt = ClaimStateWords.StandsAt(claim.State),
            WaitsFor = ClaimStateWords.WaitsFor(claim.State, view.DepartmentName),
            Since = claim.Since,
            Reason = claim.Reason,
            CompletePath = claim.State == ClaimState.Returned ? await CompletePathAsync(claim, cancellation) : null,
            CanWithdraw = ClaimMoves.CanWithdraw(claim.State) && !claim.WithdrawalAsked,
            CanCorrectAccount = CanCorrectAccount(claim),
            Timeline = timeline,
        };
    }

    /// <summary>The claimant takes the claim back; possible until it is approved. An open question is answered with it; where none is open, the next one is not put.</summary>
    public async Task<WithdrawResult> WithdrawAsync(string token, CancellationToken cancellation = default)
    {
        if (await links.ResolveAsync(token, LinkPurpose.Status, cancellation) is not { } link)
            return WithdrawResult.Gone;
        var result = WithdrawResult.Gone;
        await _claims.ChangeAsync(link.Value.CaseId, async (batch, claim) => (result = await WithdrawAsync(batch, claim, cancellation)) == WithdrawResult.Withdrawn && batch.Changes.Count > 0, cancellation);
        return result;
    }

    /// <summary>The claimant gives another account after a payment was taken back. Whoever reads their mail could do so too: the claim is flagged, and the treasurer asks before paying.</summary>
    /// <param name="token">The status link's.</param>
    /// <param name="registrationNumber">As typed.</param>
    /// <param name="accountNumber">As typed.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AccountResult> CorrectAccountAsync(string token, string registrationNumber, string accountNumber, CancellationToken cancellation = default)
    {
        if (await links.ResolveAsync(token, LinkPurpose.Status, cancellation) is not { } link)
            return new AccountResult.Gone();
        var problems = AccountIsReadable.Check(registrationNumber, accountNumber).ToList();
        if (problems.Count > 0)
            return new AccountResult.Invalid(problems);
        AccountResult result = new AccountResult.Gone();
        await _claims.ChangeAsync(
            link.Value.CaseId,
            (batch, stored) =>
            {
                var claim = stored.Value;
                var content = claim.Content with { RegistrationNumber = BankAccount.ReadRegistrationNumber(registrationNumber).Value, AccountNumber = BankAccount.ReadAccountNumber(accountNumber).Value };
                result = CanCorrectAccount(claim) ? new AccountResult.Corrected() : new AccountResult.TooLate();
                if (result is AccountResult.TooLate || content == claim.Content)
                    return Task.FromResult(false);
                ClaimIndexes.ChangeContent(batch, claim.Id, claim.Content, content);
                var flags = claim.Flags.Where(flag => flag.Kind != ClaimFlagKind.AccountCorrected).Append(new ClaimFlag(ClaimFlagKind.AccountCorrected));
                ClaimBatch.Change(batch, stored, claim with { Content = content, Flags = [.. flags] }, _claims.Now, new TimelineLine(TimelineWords.AccountCorrected, _claims.Now, claim.ClaimantId));
                return Task.FromResult(true);
            },
            cancellation);
        return result;
    }

    private static bool CanCorrectAccount(ExpenseClaim claim) => claim is { State: ClaimState.Approved, PaymentRound: > 1 };

    private async Task<WithdrawResult> WithdrawAsync(RegisterBatch batch, Stored<ExpenseClaim> stored, CancellationToken cancellation)
    {
        var claim = stored.Value;
        if (claim.State == ClaimState.Withdrawn || claim.WithdrawalAsked)
            return WithdrawResult.Withdrawn;
        if (!ClaimMoves.CanWithdraw(claim.State))
            return WithdrawResult.TooLate;

        var reference = RefundLinks.Decision(claim.Id, RefundQuestions.Of(claim.State)!, claim.Round);
        var question = await register.GetAsync<DecisionRecord>(stored.Partition, reference.Row, cancellation);
        if (question is { Value.IsOpen: false })
            return question.Value.Answer == Answers.Withdrawn ? WithdrawResult.Withdrawn : WithdrawResult.TooLate; // someone has just answered
        if (question is not null)
            DecisionDesk.WriteAnswer(batch, reference, question, claim.InstanceId, Answers.Withdrawn, claim.ClaimantId, null, _claims.Now);
        ClaimBatch.Change(batch, stored, claim with { WithdrawalAsked = true }, _claims.Now);
        return WithdrawResult.Withdrawn;
    }

    private async Task<string?> CompletePathAsync(ExpenseClaim claim, CancellationToken cancellation)
    {
        var reference = RefundLinks.Decision(claim.Id, RefundQuestions.Complete, claim.Round);
        var open = await register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, cancellation);
        return open is { Value.IsOpen: true } ? RefundLinks.Path(links, LinkPurpose.Complete, RefundLinks.CompletePage, reference.TokenIdFor(claim.ClaimantId)) : null;
    }
}
