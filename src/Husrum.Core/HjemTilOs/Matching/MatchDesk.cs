using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>Staff look at who waits and which families may suit, and propose one to both. A human decides.</summary>
public sealed class MatchDesk(CaseBook<FamilyMatch> book, CaseServices services, Lazy<CaseBook<FriendFamily>?> families, Lazy<CaseBook<Referral>?> referrals)
{
    /// <summary>Where staff do it.</summary>
    public const string Page = "/match";

    private const int Longest = 1_500;

    private DateOnly Today => WallTime.LocalDate(services.Now);

    /// <summary>The children who wait in a staff member's departments, longest first, each with the families that may suit.</summary>
    public async Task<IReadOnlyList<WaitingChild>> WaitingAsync(string personId, CancellationToken cancellation = default)
    {
        if (referrals.Value is not { } children || families.Value is not { } homes)
            return [];
        var (waiting, free) = (new List<Referral>(), new List<FriendFamily>());
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process == children.Name && await children.GetAsync(place.Value.CaseId, cancellation) is { Value: { IsWaiting: true } referral } && await MayAsync(referral, personId, cancellation))
                waiting.Add(referral);
            else if (place.Value.Process == homes.Name && await homes.GetAsync(place.Value.CaseId, cancellation) is { Value: { IsFree: true } family })
                free.Add(family);
        }

        return [.. waiting.OrderBy(c => c.ReadyOn).Select(c => new WaitingChild(c, MatchSuggestions.For(c, free.Where(f => f.DepartmentId == c.DepartmentId), Today)))];
    }

    /// <summary>Proposes a family to a child's side and the child to the family, each with what they need to know. Asked twice, it is proposed once.</summary>
    /// <param name="personId">Who proposes.</param>
    /// <param name="referralId">The child's referral.</param>
    /// <param name="familyId">The family.</param>
    /// <param name="forFamily">What the family needs to know of the child, as typed.</param>
    /// <param name="forChild">What the child's side needs to know of the family, as typed.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ProposeResult> ProposeAsync(string personId, string referralId, string familyId, string forFamily, string forChild, CancellationToken cancellation = default)
    {
        if (referrals.Value is not { } children || families.Value is not { } homes || !RegisterKey.IsKey("x" + referralId + familyId)
            || await children.GetAsync(referralId, cancellation) is not { } referral || await homes.GetAsync(familyId, cancellation) is not { } family || !await MayAsync(referral.Value, personId, cancellation))
            return new ProposeResult.Gone();
        var problems = Problems("forFamily", forFamily).Concat(Problems("forChild", forChild)).ToList();
        if (problems.Count > 0)
            return new ProposeResult.Invalid(problems);
        if (referral.Value.MatchId is { } made && made == family.Value.MatchId && await book.GetAsync(made, cancellation) is not null)
            return new ProposeResult.Proposed(made);

        // both are claimed first: whoever is claimed by a match that was never written can be claimed again
        var id = "m-" + Ids.Derive("hto-match", referralId, familyId, referral.ETag, family.ETag);
        if (!await ClaimAsync(children, referralId, ReferralWords.Matched, r => r.State == ReferralState.Ready, r => r.MatchId, r => r with { MatchId = id }, id, cancellation))
            return new ProposeResult.Taken();
        if (!await ClaimAsync(homes, familyId, FamilyWords.Matched, f => f.State == FamilyState.Approved, f => f.MatchId, f => f with { MatchId = id }, id, cancellation))
        {
            await children.MoveAsync(referralId, ReferralWords.Waiting, null, r => r.MatchId == id ? r with { MatchId = null } : null, cancellation);
            return new ProposeResult.Taken();
        }

        var match = new FamilyMatch
        {
            Id = id,
            DepartmentId = referral.Value.DepartmentId,
            PersonId = referral.Value.PersonId,
            Created = services.Now,
            Parties = MatchParties.Of(referral.Value, family.Value),
            ReferralId = referralId,
            FamilyId = familyId,
            MunicipalityId = referral.Value.MunicipalityId ?? (services.Organisation.HjemTilOs is { Municipalities: [var first, ..] } ? first.Id : ""), // a referral says none where there is only one
            ForFamily = TypedText.Plain(forFamily),
            ForChild = TypedText.Plain(forChild),
        };
        await services.Register.CommitAsync(book.Insert(match, "proposed"), cancellation); // a conflict means that it was proposed before
        return new ProposeResult.Proposed(id);
    }

    private async Task<bool> ClaimAsync<TCase>(CaseBook<TCase> cases, string caseId, string word, Func<TCase, bool> isReady, Func<TCase, string?> held, Func<TCase, TCase> claim, string id, CancellationToken cancellation)
        where TCase : CaseRecord
    {
        var now = (await cases.GetAsync(caseId, cancellation))?.Value;
        var lost = now is not null && held(now) is { } other && other != id && await book.GetAsync(other, cancellation) is null ? held(now) : null;
        await cases.MoveAsync(caseId, word, null, c => isReady(c) && held(c) != id && (held(c) is null || held(c) == lost) ? claim(c) : null, cancellation);
        return (await cases.GetAsync(caseId, cancellation))?.Value is { } then && held(then) == id;
    }

    private static IEnumerable<FieldProblem> Problems(string field, string typed)
    {
        var text = TypedText.Plain(typed);
        if (text.Length == 0)
            yield return new(field, "Skriv det, de har brug for at vide, og ikke mere.", "Please write what they need to know, and no more.");
        else if (text.Length > Longest)
            yield return new(field, $"Teksten er for lang (højst {Longest} tegn).", $"The text is too long (at most {Longest} characters).");
        else if (CprLike.IsIn(text))
            yield return FieldProblem.At(field, CprLike.Problem);
    }

    private async Task<bool> MayAsync(Referral referral, string personId, CancellationToken cancellation) =>
        await services.Staff.GetAsync(personId, cancellation) is { Value: var member } && (member.Roles.Contains(StaffRole.Leader)
            || ((member.Roles.Contains(StaffRole.Coordinator) || member.Roles.Contains(StaffRole.Deputy)) && member.Departments.Contains(referral.DepartmentId, StringComparer.Ordinal)));
}

/// <summary>A child who waits.</summary>
/// <param name="Referral">The referral.</param>
/// <param name="Suggestions">Families that may suit, best first.</param>
public sealed record WaitingChild(Referral Referral, IReadOnlyList<MatchSuggestion> Suggestions);

/// <summary>What came of proposing.</summary>
public abstract record ProposeResult
{
    /// <summary>It is proposed, now or before.</summary>
    /// <param name="MatchId">The match.</param>
    public sealed record Proposed(string MatchId) : ProposeResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : ProposeResult;

    /// <summary>One of the two is in another match meanwhile, or waits no more.</summary>
    public sealed record Taken : ProposeResult;

    /// <summary>There is no such child or family, or it is not theirs to see.</summary>
    public sealed record Gone : ProposeResult;
}
