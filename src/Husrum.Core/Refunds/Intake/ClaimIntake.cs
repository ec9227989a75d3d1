using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Documents;
using Husrum.Core.Forms;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Intake;

/// <summary>Takes a claim in: checks it, records it and starts its process, in one batch.</summary>
/// <param name="register">Where it is recorded.</param>
/// <param name="documents">Receipts must be there.</param>
/// <param name="people">The claimant.</param>
/// <param name="links">The claimant's page.</param>
/// <param name="organisation">Departments.</param>
/// <param name="settings">Numbers.</param>
/// <param name="time">The clock.</param>
public sealed class ClaimIntake(IRegister register, IDocumentStore documents, PersonDirectory people, PersonalLinks links, Organisation organisation, RefundSettings settings, TimeProvider time)
{
    private readonly CompletionIntake _completion = new(register, links, time);

    /// <summary>Takes a new claim. The same form sent twice counts once.</summary>
    public async Task<IntakeResult> SubmitAsync(ClaimForm form, CancellationToken cancellation = default)
    {
        var claimId = Ids.Claim(form.SubmissionId);
        if (await KnownAsync(claimId, form, cancellation) is { } known)
            return known;
        if (await ProblemsAsync(form, cancellation) is { Count: > 0 } problems)
            return new IntakeResult.Invalid(problems);

        var content = ContentReader.Read(form);
        var claimant = await people.FindOrCreateByEmailAsync(content.Email, content.Name, content.Language, content.Phone, cancellation);
        var now = time.GetUtcNow();
        var claim = new ExpenseClaim
        {
            Id = claimId,
            DepartmentId = form.Department.Trim(),
            ClaimantId = claimant,
            Content = content,
            FormHash = FormHash.Of(form),
            Created = now,
            State = ClaimState.Received,
            Since = now,
        };
        var batch = new RegisterBatch(Partitions.Claim(claimId));
        ClaimBatch.Insert(batch, claim, new TimelineLine(TimelineWords.Received, now, claimant));
        links.Issue(batch, LinkPurpose.Status, claimId, "status", claimant, now + RefundLinks.StatusFor, RefundLinks.StatusTokenId(claimId));
        batch.Start(RefundClaim_1.Name, claim.InstanceId, new RefundInput(claimId));
        if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
            return new IntakeResult.Accepted(claimId, StatusPath(claimId), Repeat: false);
        return await KnownAsync(claimId, form, cancellation) ?? throw new RegisterException("A claim was there and is gone.");
    }

    /// <summary>What the page for a returned claim shows; null where the link does not work.</summary>
    public Task<CompletionView?> CompletionAsync(string token, CancellationToken cancellation = default) => _completion.ViewAsync(token, cancellation);

    /// <summary>Takes a returned claim again, completed. <see cref="ClaimForm.SubmissionId"/> is not used here: the link is the key. The department stays; name and e-mail may change, the person does not.</summary>
    public async Task<IntakeResult> CompleteAsync(string token, ClaimForm form, CancellationToken cancellation = default)
    {
        if (await _completion.FindAsync(token, cancellation) is not { } found)
            return new IntakeResult.Gone();
        if (!found.Decision.Value.IsOpen)
            return Closed(found, form);
        form = form with { Department = found.Claim.Value.DepartmentId };
        if (await ProblemsAsync(form, cancellation) is { Count: > 0 } problems)
            return new IntakeResult.Invalid(problems);
        if (await _completion.RecordAsync(token, ContentReader.Read(form), cancellation) is { } claimId)
            return new IntakeResult.Accepted(claimId, StatusPath(claimId), Repeat: false);
        return await _completion.FindAsync(token, cancellation) is { } closed ? Closed(closed, form) : new IntakeResult.Gone();
    }

    // the same once more (a double click) is no matter; something else, from another tab, would be lost without a word
    private IntakeResult Closed(LinkedQuestion found, ClaimForm form)
    {
        var claim = found.Claim.Value;
        if (found.Decision.Value.Answer != Answers.Completed)
            return new IntakeResult.Gone();
        form = form with { Department = claim.DepartmentId };
        var isSame = ClaimRules.Problems(form, new FormHouse(organisation, WallTime.LocalDate(time.GetUtcNow()), settings)).Count == 0 && ContentReader.Read(form).IsSameAs(claim.Content);
        return isSame ? new IntakeResult.Accepted(claim.Id, StatusPath(claim.Id), Repeat: true) : new IntakeResult.Different(claim.Id);
    }

    private async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(ClaimForm form, CancellationToken cancellation)
    {
        var problems = ClaimRules.Problems(form, new FormHouse(organisation, WallTime.LocalDate(time.GetUtcNow()), settings));
        foreach (var receipt in form.ReceiptIds)
        {
            if (problems.All(p => p.Field != "receipts") && !await documents.ExistsAsync(receipt, cancellation))
                return [.. problems, new FieldProblem("receipts", "En af kvitteringerne er ikke kommet med. Vedhæft den igen.", "One of the receipts did not come along. Please attach it again.")];
        }

        return problems;
    }

    private async Task<IntakeResult?> KnownAsync(string claimId, ClaimForm form, CancellationToken cancellation)
    {
        var claim = await register.GetAsync<ExpenseClaim>(Partitions.Claim(claimId), ExpenseClaim.Row, cancellation);
        if (claim is null)
            return null;
        return claim.Value.FormHash == FormHash.Of(form)
            ? new IntakeResult.Accepted(claimId, StatusPath(claimId), Repeat: true)
            : new IntakeResult.Different(claimId);
    }

    private string StatusPath(string claimId) => RefundLinks.Path(links, LinkPurpose.Status, RefundLinks.StatusPage, RefundLinks.StatusTokenId(claimId));
}
