using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.People;

namespace Husrum.Core.HjemTilOs.Families.Office;

/// <summary>What staff see of friend families and do for them, signed in: those of their departments; leaders all. What they do is what the rules allow where the family stands, and is written to the family by its process.</summary>
public sealed class FamilyOffice(CaseFiles<FriendFamily> files, CaseStories stories, FamilyDesk desk, CaseBook<FriendFamily> book, CaseServices services)
{
    /// <summary>Where the list is; a family has its id behind it.</summary>
    public const string Page = "/hjem-til-os/familier";

    /// <summary>The families that are not closed, late ones first.</summary>
    public Task<IReadOnlyList<CaseFile<FriendFamily>>> AllAsync(string readerId, CancellationToken cancellation = default) => files.OpenAsync(readerId, cancellation);

    /// <summary>A family's page; null where there is none, or it is not theirs to see.</summary>
    public async Task<FamilyFile?> FileAsync(string familyId, string readerId, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(familyId, readerId, cancellation) is not { } file || await services.Staff.GetAsync(readerId, cancellation) is not { Value: var reader })
            return null;
        var (today, course) = (WallTime.LocalDate(services.Now), services.Organisation.HjemTilOs?.Learning);
        var members = new List<MemberFile>();
        foreach (var member in file.Case.Members)
            members.Add(new MemberFile(member, member.PersonId is null ? null : await services.People.ReachAsync(member.PersonId, cancellation), course is null ? [] : MemberDuties.Of(member, file.Case, course, today)));
        var others = await stories.OfAsync(file.Case.PersonId, readerId, reader.LooksAfter, cancellation);
        return new FamilyFile(file, members, [.. others.Where(story => story.CaseId != familyId)]);
    }

    /// <summary>Somebody moves in.</summary>
    /// <returns>What is wrong; null where the family is not theirs to see.</returns>
    public async Task<IReadOnlyList<FieldProblem>?> MovesInAsync(string familyId, string readerId, MemberForm form, CancellationToken cancellation = default) =>
        await files.FindAsync(familyId, readerId, cancellation) is null ? null : await desk.MovesInAsync(familyId, form, readerId, cancellation);

    /// <summary>Somebody moves out; one who did already, or is the one who applied, stays as it is.</summary>
    public async Task<IReadOnlyList<FieldProblem>?> MovesOutAsync(string familyId, string readerId, string memberId, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(familyId, readerId, cancellation) is null)
            return null;
        await desk.MovesOutAsync(familyId, memberId, readerId, cancellation);
        return [];
    }

    /// <summary>The family pauses until a day; on it, it is asked whether it is back.</summary>
    public async Task<IReadOnlyList<FieldProblem>?> PauseAsync(string familyId, string readerId, string until, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(familyId, readerId, cancellation) is null)
            return null;
        if (PauseDate.Read(until, WallTime.LocalDate(services.Now)) is not { } date)
            return [PauseDate.Problem("until")];
        await desk.PauseAsync(familyId, date, readerId, cancellation);
        return [];
    }

    /// <summary>The family has said that it is back before its pause is over.</summary>
    public Task<IReadOnlyList<FieldProblem>?> ResumeAsync(string familyId, string readerId, CancellationToken cancellation = default) =>
        MoveAsync(familyId, readerId, FamilyWords.Resumed, FamilyOfficeRules.Resumed, cancellation);

    /// <summary>A family on its way is turned down, kindly and without a reason.</summary>
    public Task<IReadOnlyList<FieldProblem>?> RejectAsync(string familyId, string readerId, CancellationToken cancellation = default) =>
        MoveAsync(familyId, readerId, FamilyWords.Rejected, FamilyOfficeRules.Rejected, cancellation);

    /// <summary>An approved family stops, when staff have talked with it. While a child visits it, the visits are ended first.</summary>
    public Task<IReadOnlyList<FieldProblem>?> StopAsync(string familyId, string readerId, CancellationToken cancellation = default) =>
        MoveAsync(familyId, readerId, FamilyWords.Stopped, FamilyOfficeRules.Stopped, cancellation);

    private async Task<IReadOnlyList<FieldProblem>?> MoveAsync(string familyId, string readerId, string word, Func<FriendFamily, FriendFamily?> change, CancellationToken cancellation)
    {
        if (await files.FindAsync(familyId, readerId, cancellation) is null)
            return null;
        await book.MoveAsync(familyId, word, readerId, change, cancellation);
        return [];
    }
}

/// <summary>What staff may do with a family where it stands; null where they may not (any more).</summary>
public static class FamilyOfficeRules
{
    /// <summary>Back from a pause.</summary>
    public static FriendFamily? Resumed(FriendFamily family) => family.State == FamilyState.Paused ? family with { State = FamilyState.Approved, PausedUntil = null } : null;

    /// <summary>Turned down, once the address is confirmed and before it is approved.</summary>
    public static FriendFamily? Rejected(FriendFamily family) => family.State is FamilyState.Visiting or FamilyState.Preparing or FamilyState.Deciding ? family with { State = FamilyState.Rejected } : null;

    /// <summary>Stopped, while no child visits it or has been proposed.</summary>
    public static FriendFamily? Stopped(FriendFamily family) => family is { State: FamilyState.Approved or FamilyState.Paused, MatchId: null } ? family with { State = FamilyState.Stopped } : null;
}

/// <summary>A family as staff see it.</summary>
/// <param name="File">The family, where it stands, what it waits for, what has happened.</param>
/// <param name="Members">Everybody who lives there, and who did.</param>
/// <param name="Others">Its matches and years, newest first.</param>
public sealed record FamilyFile(CaseFile<FriendFamily> File, IReadOnlyList<MemberFile> Members, IReadOnlyList<CaseStory> Others);

/// <summary>Somebody of a household.</summary>
/// <param name="Member">Who.</param>
/// <param name="Person">How they are reached; null where they have no address of their own.</param>
/// <param name="Duties">What they have done, owe, and will owe.</param>
public sealed record MemberFile(FamilyMember Member, Reachable? Person, IReadOnlyList<MemberDuty> Duties);
