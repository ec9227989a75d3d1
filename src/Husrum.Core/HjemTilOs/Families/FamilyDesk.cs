using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Links;
using Husrum.Core.Messages;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>What a family does about itself by its own link, and staff for it: who moves in and out, a pause; and how whoever matches takes it up and lets it go.</summary>
public sealed class FamilyDesk(CaseBook<FriendFamily> book, CaseServices services)
{
    /// <summary>The family's own page; its link is the one of the case.</summary>
    public const string Page = "/hjem-til-os/familie";

    /// <summary>The link to that page.</summary>
    public static NoticeLink LinkOf(FriendFamily family) => new(Page, CaseLinks.StatusTokenId(family.Id));

    /// <summary>The family behind the link of the one who applied; null where it does not work. Changes nothing.</summary>
    public async Task<FriendFamily?> ViewAsync(string? token, CancellationToken cancellation = default) =>
        await services.Links.ResolveAsync(token, LinkPurpose.Status, cancellation) is { } link
        && link.Partition.StartsWith(FriendFamilyProcess.Prefix, StringComparison.Ordinal)
        && (await book.GetAsync(link.Value.CaseId, cancellation))?.Value is { } family
        && link.Value.PersonId == family.PersonId ? family : null;

    /// <summary>Somebody moves in; they owe what their age asks for from now on. The same one reported twice is one.</summary>
    /// <param name="familyId">The family.</param>
    /// <param name="form">As typed.</param>
    /// <param name="byPersonId">Who reports it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What is wrong; empty where it is done.</returns>
    public async Task<IReadOnlyList<FieldProblem>> MovesInAsync(string familyId, MemberForm form, string byPersonId, CancellationToken cancellation = default)
    {
        var today = WallTime.LocalDate(services.Now);
        if (await book.GetAsync(familyId, cancellation) is not { Value: { IsClosed: false } family })
            return [Gone];
        var problems = MemberReading.Problems(form, "", today).Concat(MemberReading.Twice(form, family)).ToList();
        if (family.Members.Count >= FriendFamilyProcess.MostMembers)
            problems.Add(new("", "Der kan ikke stå flere i familien her. Ring til koordinatoren.", "There is no room for more people in the family here. Please call the coordinator."));
        if (problems.Count > 0)
            return problems;
        var read = MemberReading.Read(form, "");
        var person = read.Email is null ? null : await services.People.FindOrCreateByEmailAsync(read.Email, read.Name, read.Language, cancellation: cancellation);
        await book.MoveAsync(familyId, FamilyWords.MovedIn, byPersonId, old => MovedIn(old, read, person, today), cancellation);
        return [];
    }

    /// <summary>Somebody moves out: they owe nothing more, and open nothing by an old link. The one who applied cannot be reported so: then the family talks with staff.</summary>
    public Task<bool> MovesOutAsync(string familyId, string memberId, string byPersonId, CancellationToken cancellation = default)
    {
        var today = WallTime.LocalDate(services.Now);
        return book.MoveAsync(
            familyId,
            FamilyWords.MovedOut,
            byPersonId,
            old => old.Member(memberId) is not { MovedOutOn: null } member || member.Id == old.Contact.Id ? null
                : FamilyReadiness.Settle(old.With(member with { MovedOutOn = today }) with { Parties = [.. old.Parties.Where(party => party.Id != memberId)] }),
            cancellation);
    }

    /// <summary>An approved family pauses until a day; on it, it is asked whether it is back.</summary>
    public Task<bool> PauseAsync(string familyId, DateOnly until, string byPersonId, CancellationToken cancellation = default) => book.MoveAsync(
        familyId,
        FamilyWords.Paused,
        byPersonId,
        old => old.State is FamilyState.Approved or FamilyState.Paused && old.PausedUntil != until ? (old with { State = FamilyState.Paused, PausedUntil = until, RestsForCertificate = false }).Again("family-back") : null,
        cancellation);

    /// <summary>A match takes the family up.</summary>
    /// <returns>False where it is not free, and not this match's already.</returns>
    public async Task<bool> TakeAsync(string familyId, string matchId, CancellationToken cancellation = default) =>
        await book.MoveAsync(familyId, FamilyWords.Matched, null, old => old.IsFree ? old with { MatchId = matchId } : null, cancellation)
        || (await book.GetAsync(familyId, cancellation))?.Value.MatchId == matchId;

    /// <summary>A match lets the family go: it is free again.</summary>
    public Task<bool> ReleaseAsync(string familyId, string matchId, CancellationToken cancellation = default) =>
        book.MoveAsync(familyId, FamilyWords.Free, null, old => old.MatchId == matchId ? old with { MatchId = null } : null, cancellation);

    /// <summary>The families that are not closed, of some departments; null = of all.</summary>
    public async Task<IReadOnlyList<FriendFamily>> OpenAsync(IReadOnlyCollection<string>? departments = null, CancellationToken cancellation = default)
    {
        var found = new List<FriendFamily>();
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process == book.Name && (await book.GetAsync(place.Value.CaseId, cancellation))?.Value is { IsClosed: false } family && departments?.Contains(family.DepartmentId) != false)
                found.Add(family);
        }

        return found;
    }

    private static readonly FieldProblem Gone = new("", "Familien er ikke længere i gang hos os.", "The family is no longer with us.");

    private FriendFamily? MovedIn(FriendFamily old, ReadMember read, string? person, DateOnly today)
    {
        if (old.AtHome.Any(member => member.Name == read.Name && member.BirthDate == read.BirthDate))
            return null;
        var member = new FamilyMember($"member-{old.Members.Count + 1}", read.Name, read.BirthDate, read.Role) { PersonId = person, MovedInOn = today };
        if (old.State is not (FamilyState.Received or FamilyState.Visiting))
            member = FamilyNeeds.On(member, services.Organisation.HjemTilOs!.Learning, today);
        var next = old with { Members = [.. old.Members, member] };
        if (person is not null)
            next = next with { Parties = [.. next.Parties, new CaseParty(member.Id, FriendFamily.Side, person)] };
        return FamilyReadiness.Settle(next);
    }
}
