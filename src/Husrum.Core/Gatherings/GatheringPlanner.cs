using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Gatherings;

/// <summary>What staff do with gatherings: plan, move, call off, and note who came.</summary>
public sealed class GatheringPlanner(IRegister register, GatheringBook book, PersonDirectory people, IEnumerable<IGatheringAudience> audiences, Organisation organisation, TimeProvider time)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(60);

    /// <summary>The sets of people one can call together.</summary>
    public IReadOnlyList<IGatheringAudience> Audiences { get; } = [.. audiences.Where(a => a.IsOffered)];

    /// <summary>True where the department's gatherings are theirs to run: coordinators and deputies their own departments', leaders all and those that are everybody's.</summary>
    public static bool MayManage(SignedInStaff staff, string departmentId) =>
        staff.Is(StaffRole.Leader) || ((staff.Is(StaffRole.Coordinator) || staff.Is(StaffRole.Deputy)) && staff.Departments.Contains(departmentId, StringComparer.Ordinal));

    /// <summary>The gatherings that are theirs to run: of the last two months and to come, soonest first.</summary>
    public async Task<IReadOnlyList<Gathering>> ForAsync(SignedInStaff staff, CancellationToken cancellation = default)
    {
        var found = new List<Gathering>();
        foreach (var department in organisation.Departments.Select(d => d.Id).Append(Gathering.AllDepartments).Where(id => MayManage(staff, id)))
        {
            await foreach (var gathering in book.OfAsync(department, time.GetUtcNow() - Shown, cancellation))
                found.Add(gathering);
        }

        return [.. found.OrderBy(g => g.Starts).ThenBy(g => g.Id, StringComparer.Ordinal)];
    }

    /// <summary>Those of theirs that are over and of which nobody has noted yet who came, longest waiting first.</summary>
    public async Task<IReadOnlyList<Gathering>> ToNoteAsync(SignedInStaff staff, CancellationToken cancellation = default) =>
        [.. (await ForAsync(staff, cancellation)).Where(g => g is { State: GatheringState.Planned, AttendanceNoted: false } && g.Ends <= time.GetUtcNow())];

    /// <summary>A gathering with those invited, by name; null where there is none or it is not theirs to run.</summary>
    public async Task<GatheringView?> ViewAsync(SignedInStaff staff, string id, CancellationToken cancellation = default)
    {
        if (await book.GetAsync(id, cancellation) is not { Value: var gathering } || !MayManage(staff, gathering.DepartmentId))
            return null;
        var guests = new List<GuestView>();
        foreach (var guest in await book.GuestsAsync(id, cancellation))
        {
            if (await people.GetAsync(guest.Value.PersonId, cancellation) is { Value: var person })
                guests.Add(new GuestView(person.Id, person.Name, guest.Value.AnswerFor(gathering.Round), guest.Value.Came));
        }

        return new GatheringView(gathering, [.. guests.OrderBy(g => g.Name, StringComparer.Ordinal)], time.GetUtcNow() >= gathering.Starts);
    }

    /// <summary>Writes a gathering down; its invitations go at once. The same form sent twice is one gathering.</summary>
    /// <returns>The id, or what is to be mended.</returns>
    public async Task<(string Id, IReadOnlyList<FieldProblem> Problems)> PlanAsync(SignedInStaff staff, GatheringForm form, CancellationToken cancellation = default)
    {
        var problems = new List<FieldProblem>();
        var now = time.GetUtcNow();
        var kind = GatheringReading.What(form, staff, organisation, Audiences, problems);
        var (starts, ends) = GatheringReading.When(form, now, problems);
        GatheringReading.Texts(form, problems);
        if (problems.Count > 0)
            return ("", problems);
        var gathering = new Gathering
        {
            Id = Gathering.IdPrefix + Ids.Derive("gathering-form", staff.PersonId, form.SubmissionId),
            DepartmentId = form.Department,
            Kind = kind,
            Starts = starts,
            Ends = ends,
            Place = TypedText.Plain(form.Place),
            Note = form.Note.Trim(),
            Audience = form.Audience,
            Functions = [.. form.Functions.Distinct(StringComparer.Ordinal)],
            Changed = now,
        };
        await book.InsertAsync(gathering, cancellation); // a conflict means that it is there already
        return (gathering.Id, []);
    }

    /// <summary>Moves a gathering to another time or place; all who were invited are told and asked anew. The same again changes nothing.</summary>
    /// <returns>What is to be mended; null where there is no such gathering, or it is over.</returns>
    public async Task<IReadOnlyList<FieldProblem>?> MoveAsync(SignedInStaff staff, string id, GatheringForm form, CancellationToken cancellation = default)
    {
        if (await PlannedAsync(staff, id, cancellation) is null)
            return null;
        var problems = new List<FieldProblem>();
        var now = time.GetUtcNow();
        var (starts, ends) = GatheringReading.When(form, now, problems);
        GatheringReading.Texts(form, problems);
        if (problems.Count > 0)
            return problems;
        var place = TypedText.Plain(form.Place);
        await book.ChangeAsync(
            id,
            old => old.State != GatheringState.Planned || now >= old.Ends || (old.Starts == starts && old.Ends == ends && old.Place == place)
                ? null
                : old with { Starts = starts, Ends = ends, Place = place, Changed = now, Round = old.Round + 1 },
            wake: true,
            cancellation);
        return [];
    }

    /// <summary>Calls a gathering off; all who were invited are told. False where there is no such gathering, or it has been.</summary>
    public async Task<bool> CancelAsync(SignedInStaff staff, string id, CancellationToken cancellation = default)
    {
        if (await PlannedAsync(staff, id, cancellation) is null)
            return false;
        var now = time.GetUtcNow();
        await book.ChangeAsync(id, old => old.State == GatheringState.Planned && now < old.Ends ? old with { State = GatheringState.Cancelled, Changed = now } : null, wake: true, cancellation);
        return true;
    }

    /// <summary>Notes whether somebody came; the last word counts. False where there is no such gathering or guest, or it has not begun.</summary>
    public async Task<bool> NoteAsync(SignedInStaff staff, string id, string personId, bool came, CancellationToken cancellation = default)
    {
        if (await book.GetAsync(id, cancellation) is not { Value: var gathering } || !MayManage(staff, gathering.DepartmentId) || gathering.State == GatheringState.Cancelled || time.GetUtcNow() < gathering.Starts || !RegisterKey.IsKey(personId))
            return false;
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await register.GetAsync<Guest>(Gathering.Partition(id), Guest.RowOf(personId), cancellation) is not { } guest)
                return false;
            if (guest.Value.Came != came && await register.CommitAsync(new RegisterBatch(guest.Partition).Replace(guest.Row, guest.Value with { Came = came }, guest.ETag), cancellation) != CommitOutcome.Done)
                continue;
            await book.ChangeAsync(id, old => old.AttendanceNoted ? null : old with { AttendanceNoted = true }, wake: false, cancellation);
            return true;
        }
    }

    private async Task<Gathering?> PlannedAsync(SignedInStaff staff, string id, CancellationToken cancellation) =>
        await book.GetAsync(id, cancellation) is { Value: { State: GatheringState.Planned } gathering } && MayManage(staff, gathering.DepartmentId) && time.GetUtcNow() < gathering.Ends ? gathering : null;
}

/// <summary>A gathering as staff see it.</summary>
/// <param name="Gathering">It.</param>
/// <param name="Guests">Those invited, by name.</param>
/// <param name="HasBegun">From then on one can note who came.</param>
public sealed record GatheringView(Gathering Gathering, IReadOnlyList<GuestView> Guests, bool HasBegun);

/// <summary>Somebody who is invited, as staff see them.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Comes">What they have said, or null.</param>
/// <param name="Came">What was noted, or null.</param>
public sealed record GuestView(string PersonId, string Name, bool? Comes, bool? Came);
