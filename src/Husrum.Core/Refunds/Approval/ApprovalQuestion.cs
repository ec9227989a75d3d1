using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Approval;

/// <summary>May it be paid? Asked of the department, and above the limit of a second person.</summary>
/// <param name="second">True for the second person.</param>
/// <param name="register">Claims.</param>
/// <param name="services">What a reading works with.</param>
internal sealed class ApprovalQuestion(bool second, IRegister register, ApprovalServices services) : DecisionQuestion
{
    /// <inheritdoc />
    public override string Name => second ? RefundQuestions.Second : RefundQuestions.Approve;

    /// <inheritdoc />
    public override async Task<DecisionCase?> ReadAsync(DecisionRef decision, CancellationToken cancellation) =>
        await register.GetAsync<ExpenseClaim>(decision.Partition, ExpenseClaim.Row, cancellation) is { } claim ? new ApprovalCase(second, decision, claim, services) : null;
}

/// <summary>What a reading of an approval works with.</summary>
internal sealed record ApprovalServices(ClaimApprovers Approvers, StuckNotices Stuck, PersonalLinks Links, Organisation Organisation);
