using Husrum.Core.Cases;
using Husrum.Core.Links;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Gatherings;

/// <summary>The meetings a volunteer has ahead, as their own page shows them.</summary>
public sealed class UpcomingGatherings(IRegister register, GatheringBook book, PersonalLinks links, TimeProvider time)
{
    /// <summary>Those they are invited to, and those of theirs whose invitations are still to go; soonest first. One that was called off stays until its day where they know of it.</summary>
    public async Task<IReadOnlyList<OwnGathering>> OfAsync(string personId, Volunteer volunteer, CancellationToken cancellation = default)
    {
        var found = new List<OwnGathering>();
        foreach (var department in (string[])[volunteer.DepartmentId, Gathering.AllDepartments])
        {
            await foreach (var gathering in book.OfAsync(department, time.GetUtcNow(), cancellation))
            {
                if (await register.GetAsync<Guest>(Gathering.Partition(gathering.Id), Guest.RowOf(personId), cancellation) is { Value: var guest })
                    found.Add(new OwnGathering(gathering, guest.AnswerFor(gathering.Round), CaseLinks.Path(links, LinkPurpose.Gathering, GatheringDesk.Page, GatheringLinks.TokenIdOf(gathering.Id, personId))));
                else if (gathering.State == GatheringState.Planned && IsFor(gathering, volunteer))
                    found.Add(new OwnGathering(gathering, null, null));
            }
        }

        return [.. found.OrderBy(own => own.Gathering.Starts).ThenBy(own => own.Gathering.Id, StringComparer.Ordinal)];
    }

    private static bool IsFor(Gathering gathering, Volunteer volunteer) =>
        volunteer.State == VolunteerState.Active && gathering.Audience == ActiveVolunteers.AudienceName
        && (gathering.Functions.Count == 0 || gathering.Functions.Intersect(volunteer.Functions, StringComparer.Ordinal).Any());
}

/// <summary>A meeting that somebody has ahead.</summary>
/// <param name="Gathering">It.</param>
/// <param name="Comes">What they have said; null for nothing yet.</param>
/// <param name="AnswerPath">Their invitation, with its token; null where it has not gone yet.</param>
public sealed record OwnGathering(Gathering Gathering, bool? Comes, string? AnswerPath);
