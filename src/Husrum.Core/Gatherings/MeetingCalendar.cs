using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Core.Rounds;

namespace Husrum.Core.Gatherings;

/// <summary>
/// Puts the meetings whose dates stand in <c>organisation.json</c> on the list, each once: staff see them at once, and the invitations go out at the hour set.
/// Until then a changed date in the file counts; from then on, or once staff have touched it, the meeting is staff's.
/// </summary>
internal sealed class MeetingCalendar(GatheringBook book, Organisation organisation, TimeProvider time) : Round
{
    /// <inheritdoc />
    public override async Task<DateTimeOffset?> RunAsync(bool first, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var ahead = (organisation.Volunteering?.Meetings ?? []).Where(meeting => Starts(meeting) > now).ToList();
        foreach (var meeting in ahead)
            await PutAsync(Made(meeting, now), cancellation);
        return null;
    }

    /// <summary>The id of the meeting made of it.</summary>
    public static string IdOf(PlannedMeeting meeting) => Gathering.IdPrefix + Ids.Derive("gathering-planned", meeting.Id);

    private async Task PutAsync(Gathering made, CancellationToken cancellation)
    {
        if (await book.GetAsync(made.Id, cancellation) is null)
        {
            await book.InsertAsync(made, cancellation); // a conflict means that it is there already
            return;
        }

        await book.ChangeAsync(made.Id, old => IsUntouched(old) && !IsSame(old, made) ? made with { Generation = old.Generation } : null, wake: true, cancellation);
    }

    private static bool IsUntouched(Gathering gathering) => gathering is { State: GatheringState.Planned, Round: 1, Done.Count: 0 };

    private static bool IsSame(Gathering old, Gathering made) =>
        (old.DepartmentId, old.Kind, old.Starts, old.Ends, old.Place, old.Note, old.InviteAt) == (made.DepartmentId, made.Kind, made.Starts, made.Ends, made.Place, made.Note, made.InviteAt)
        && old.Functions.SequenceEqual(made.Functions, StringComparer.Ordinal);

    private static DateTimeOffset Starts(PlannedMeeting meeting) => WallTime.ToUtc(meeting.Date, meeting.From);

    private static Gathering Made(PlannedMeeting meeting, DateTimeOffset now) => new()
    {
        Id = IdOf(meeting),
        DepartmentId = meeting.Department,
        Kind = meeting.Kind,
        Starts = Starts(meeting),
        Ends = WallTime.ToUtc(meeting.Date, meeting.Until),
        Place = meeting.Place.Trim(),
        Note = meeting.Note.Trim(),
        Audience = ActiveVolunteers.AudienceName,
        Functions = meeting.Functions,
        InviteAt = WallTime.ToUtc(meeting.Date.AddDays(-meeting.InviteDaysBefore), DecisionPlan.At),
        Changed = now,
    };
}
