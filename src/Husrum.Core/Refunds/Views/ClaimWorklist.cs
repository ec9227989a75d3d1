using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Refunds.Approval;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Views;

/// <summary>Open claims for a staff member: of their departments; leaders and treasurers see all, one who is operator only sees none.</summary>
public sealed class ClaimWorklist
{
    private readonly IRegister _register;
    private readonly StaffDirectory _staff;
    private readonly PersonalLinks _links;
    private readonly RefundPeople _people;
    private readonly ClaimApprovers _approvers;
    private readonly Organisation _organisation;

    internal ClaimWorklist(IRegister register, StaffDirectory staff, PersonalLinks links, RefundPeople people, ClaimApprovers approvers, Organisation organisation) =>
        (_register, _staff, _links, _people, _approvers, _organisation) = (register, staff, links, people, approvers, organisation);

    /// <summary>The claims, oldest first; empty for one who is no staff.</summary>
    public async Task<IReadOnlyList<WorklistItem>> ForAsync(string personId, CancellationToken cancellation = default)
    {
        if (await _staff.GetAsync(personId, cancellation) is not { } staff)
            return [];
        var scope = new SignedInStaff(personId, "", staff.Value.Roles, staff.Value.Departments);
        var items = new List<WorklistItem>();
        await foreach (var claim in OpenClaims.AllAsync(_register, cancellation))
        {
            if (scope.MaySee(claim.DepartmentId))
                items.Add(await ItemAsync(claim, personId, cancellation));
        }

        return [.. items.OrderBy(i => i.Since).ThenBy(i => i.Claim.Id, StringComparer.Ordinal)];
    }

    private async Task<WorklistItem> ItemAsync(ExpenseClaim claim, string personId, CancellationToken cancellation)
    {
        var view = ClaimViews.Of(claim, _organisation);
        var waitsFor = ClaimStateWords.WaitsFor(claim.State, view.DepartmentName)!;
        if (RefundQuestions.Of(claim.State) is not { } name || claim.State == ClaimState.Returned)
            return new WorklistItem(view, claim.State == ClaimState.Returned ? new Bilingual("Venter på den, der har sendt udlægget.", "Waiting for the person who sent the claim.") : waitsFor, claim.Since, null);

        var reference = RefundLinks.Decision(claim.Id, name, claim.Round);
        var decision = (await _register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, cancellation))?.Value;
        if (decision is not { IsOpen: true })
            return new WorklistItem(view, waitsFor, claim.Since, null);
        var names = string.Join(", ", (await _people.ReachAsync(decision.Asked.Select(a => a.PersonId), cancellation)).Select(p => p.Person.Name));
        var mine = decision.Asked.Any(a => a.PersonId == personId) && await _approvers.ProblemAsync(claim, name == RefundQuestions.Second, personId, cancellation) is null;
        return new WorklistItem(
            view,
            names.Length == 0 ? new Bilingual("Der er ingen, der må godkende det.", "There is nobody who is allowed to approve it.") : new Bilingual($"Venter på svar fra {names}.", $"Waiting for an answer from {names}."),
            decision.AskedAt,
            mine ? RefundLinks.Path(_links, LinkPurpose.Decide, RefundLinks.DecidePage, reference.TokenIdFor(personId)) : null);
    }
}
