using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Gatherings;

/// <summary>Tells people of a gathering: one batch a person, which is there once however often it is written.</summary>
internal sealed class GatheringInvitations(IRegister register, GatheringLinks links, PersonDirectory people, PersonNotices notices, TimeProvider time)
{
    /// <summary>Invites a person, or tells one invited before of the new time. One who has been told already is left alone.</summary>
    public async Task InviteAsync(Gathering gathering, string personId, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(Gathering.Partition(gathering.Id));
        var guest = await register.GetAsync<Guest>(batch.Partition, Guest.RowOf(personId), cancellation);
        if (guest?.Value.Round >= gathering.Round || await people.ReachAsync(personId, cancellation) is not { } person)
            return;
        if (guest is null)
        {
            batch.Insert(Guest.RowOf(personId), new Guest(personId, gathering.Round));
            links.Issue(batch, gathering, personId);
        }
        else
        {
            batch.Replace(guest.Row, guest.Value with { Round = gathering.Round }, guest.ETag);
        }

        var moved = guest is not null;
        notices.Add(batch, About(gathering, person, moved ? GatheringMessages.Moved : GatheringMessages.Invite, "invite", moved ? NoticeWay.EmailAndSms : NoticeWay.Email));
        await register.CommitAsync(batch, cancellation); // a conflict means that it was done meanwhile, or is done the next time
    }

    /// <summary>Tells a person something once more.</summary>
    public async Task TellAsync(Gathering gathering, string personId, string template, string step, NoticeWay way, CancellationToken cancellation)
    {
        if (await people.ReachAsync(personId, cancellation) is { } person)
            await notices.PutOnceAsync(Gathering.Partition(gathering.Id), [About(gathering, person, template, step, way)], cancellation);
    }

    /// <summary>What was written for a time that is no longer meant, and has not gone yet, does not go.</summary>
    public Task TakeBackAsync(Gathering gathering, int round, CancellationToken cancellation) =>
        round < 1 ? Task.CompletedTask : NoticeGroups.TakeBackAllAsync(register, Gathering.Partition(gathering.Id), GroupOf(round), cancellation);

    private static string GroupOf(int round) => FormattableString.Invariant($"gathering-{round}");

    private PersonNotice About(Gathering gathering, Reachable person, string template, string step, NoticeWay way) => new()
    {
        CaseId = gathering.Id,
        Step = FormattableString.Invariant($"{step}-{gathering.Round}"),
        Date = WallTime.LocalDate(gathering.Starts),
        To = person,
        Template = template,
        Way = way,
        Fields = GatheringMessages.Fields(gathering, person.Person.Language),
        Links = [("answer", new NoticeLink(GatheringDesk.Page, GatheringLinks.TokenIdOf(gathering.Id, person.Person.Id)))],
        Calendar = template is GatheringMessages.Invite or GatheringMessages.Moved ? GatheringMessages.Entry(gathering, person.Person.Language) : null,
        Due = time.GetUtcNow(),
        UsefulUntil = gathering.Starts,
        Group = template == GatheringMessages.Cancelled ? null : GroupOf(gathering.Round),
    };
}

/// <summary>The links people answer by: a person's own for a gathering, through all reminders and changes.</summary>
internal sealed class GatheringLinks(PersonalLinks links, TimeProvider time)
{
    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(730);

    public static string TokenIdOf(string gatheringId, string personId) => Ids.Derive("gathering", gatheringId, personId);

    public void Issue(RegisterBatch batch, Gathering gathering, string personId) =>
        links.Issue(batch, LinkPurpose.Gathering, gathering.Id, "gathering", personId, time.GetUtcNow() + OpenFor, TokenIdOf(gathering.Id, personId));
}
