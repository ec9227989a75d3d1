using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.People;

namespace Husrum.Core.Gatherings;

/// <summary>Does what a gathering's plan says. Each step may run any number of times: what it wrote is there once, and that it is done is written last.</summary>
internal sealed class GatheringWork(GatheringBook book, GatheringInvitations invitations, IEnumerable<IGatheringAudience> audiences, Approvers chain, PersonDirectory people, PersonNotices notices, TimeProvider time)
{
    /// <summary>What comes next; null where nothing more happens.</summary>
    public async Task<GatheringStage> StageAsync(string id, CancellationToken cancellation)
    {
        if (await book.GetAsync(id, cancellation) is not { Value: var gathering })
            return new GatheringStage("Gone", null);
        return new GatheringStage(gathering.State.ToString(), GatheringPlan.Next(gathering)?.Due);
    }

    /// <summary>Does the next step, if its moment has come.</summary>
    public async Task DoAsync(string id, CancellationToken cancellation)
    {
        if (await book.GetAsync(id, cancellation) is not { Value: var gathering } || GatheringPlan.Next(gathering) is not { } step || step.Due > time.GetUtcNow())
            return;
        await WriteAsync(gathering, step, cancellation);
        await book.ChangeAsync(id, old => old.Done.Contains(step.Key, StringComparer.Ordinal) ? null : After(old, step), wake: false, cancellation);
    }

    private Task WriteAsync(Gathering gathering, GatheringStep step, CancellationToken cancellation) => step.Word switch
    {
        GatheringPlan.Invite => InviteAsync(gathering, cancellation),
        GatheringPlan.Ask => AskAsync(gathering, cancellation),
        GatheringPlan.Remind => RemindAsync(gathering, cancellation),
        GatheringPlan.Cancelled => CancelledAsync(gathering, cancellation),
        GatheringPlan.Attendance => AttendanceAsync(gathering, step, cancellation),
        GatheringPlan.AttendanceAgain when !gathering.AttendanceNoted => AttendanceAsync(gathering, step, cancellation),
        _ => Task.CompletedTask,
    };

    // closed by what was done last in it: from then on it is only kept
    private static Gathering After(Gathering gathering, GatheringStep step)
    {
        var next = gathering with { Done = [.. gathering.Done, step.Key], State = step.Word == GatheringPlan.Close ? GatheringState.Over : gathering.State };
        return step.Word is GatheringPlan.Close or GatheringPlan.Cancelled
            ? next with { RetainUntil = DueDates.AddMonths(WallTime.LocalDate(gathering.Ends), GatheringPlan.MonthsKept) }
            : next;
    }

    private async Task InviteAsync(Gathering gathering, CancellationToken cancellation)
    {
        await invitations.TakeBackAsync(gathering, gathering.Round - 1, cancellation);

        // who was told of another time is told of this one, also where they would not be asked today
        var known = (await book.GuestsAsync(gathering.Id, cancellation)).Select(g => g.Value.PersonId);
        foreach (var person in known.Union(await AudienceAsync(gathering, cancellation), StringComparer.Ordinal))
            await invitations.InviteAsync(gathering, person, cancellation);
    }

    private async Task AskAsync(Gathering gathering, CancellationToken cancellation)
    {
        var guests = (await book.GuestsAsync(gathering.Id, cancellation)).ToDictionary(g => g.Value.PersonId, g => g.Value, StringComparer.Ordinal);
        foreach (var person in await AudienceAsync(gathering, cancellation))
        {
            if (!guests.TryGetValue(person, out var guest))
                await invitations.InviteAsync(gathering, person, cancellation);
            else if (guest.AnswerFor(gathering.Round) is null)
                await invitations.TellAsync(gathering, person, GatheringMessages.Ask, GatheringPlan.Ask, NoticeWay.EmailAndSms, cancellation);
        }
    }

    private async Task RemindAsync(Gathering gathering, CancellationToken cancellation)
    {
        var there = (await AudienceAsync(gathering, cancellation)).ToHashSet(StringComparer.Ordinal);
        foreach (var guest in await book.GuestsAsync(gathering.Id, cancellation))
        {
            if (there.Contains(guest.Value.PersonId) && guest.Value.AnswerFor(gathering.Round) == true)
                await invitations.TellAsync(gathering, guest.Value.PersonId, GatheringMessages.Remind, GatheringPlan.Remind, NoticeWay.SmsOrEmail, cancellation);
        }
    }

    private async Task CancelledAsync(Gathering gathering, CancellationToken cancellation)
    {
        await invitations.TakeBackAsync(gathering, gathering.Round, cancellation);
        foreach (var guest in await book.GuestsAsync(gathering.Id, cancellation))
            await invitations.TellAsync(gathering, guest.Value.PersonId, GatheringMessages.Cancelled, GatheringPlan.Cancelled, NoticeWay.EmailAndSms, cancellation);
    }

    private async Task AttendanceAsync(Gathering gathering, GatheringStep step, CancellationToken cancellation)
    {
        var staff = await chain.ForAsync(gathering.DepartmentId, WallTime.LocalDate(time.GetUtcNow()), [], cancellation);
        IReadOnlyList<Approver>[] levels = [staff.Coordinators, staff.Deputies, staff.Leaders];
        foreach (var one in levels.FirstOrDefault(level => level.Any(a => !a.Away)) ?? levels.FirstOrDefault(level => level.Count > 0) ?? [])
        {
            if (await people.ReachAsync(one.PersonId, cancellation) is not { } person)
                continue;
            var notice = new PersonNotice
            {
                CaseId = gathering.Id,
                Step = step.Key,
                Date = WallTime.LocalDate(gathering.Starts),
                To = person,
                Template = GatheringMessages.Attendance,
                Fields = GatheringMessages.Fields(gathering, person.Person.Language),
                Links = [("page", new NoticeLink($"{GatheringDesk.StaffPage}/{gathering.Id}"))],
                Due = time.GetUtcNow(),
            };
            await notices.PutOnceAsync(Gathering.Partition(gathering.Id), [notice], cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> AudienceAsync(Gathering gathering, CancellationToken cancellation) =>
        audiences.FirstOrDefault(a => a.Name == gathering.Audience) is { } audience ? await audience.PeopleAsync(gathering, cancellation) : [];
}

/// <summary>Where a gathering stands, for its orchestrator: a word and a time.</summary>
/// <param name="State">A word.</param>
/// <param name="Next">When something is to be done, UTC; null where nothing more happens.</param>
public sealed record GatheringStage(string State, DateTimeOffset? Next);
