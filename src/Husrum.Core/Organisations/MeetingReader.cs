using Husrum.Core.Gatherings;

namespace Husrum.Core.Organisations;

/// <summary>Reads the meetings of <c>organisation.json</c> whose dates are set long ahead.</summary>
internal static class MeetingReader
{
    private const int LongestPlace = 200;
    private const int LongestNote = 2_000;
    private const int MostInviteDays = 180;

    private static readonly Dictionary<string, GatheringKind> Kinds = new(StringComparer.Ordinal)
    {
        ["volunteerMeeting"] = GatheringKind.VolunteerMeeting,
        ["supervision"] = GatheringKind.Supervision,
        ["networkMeeting"] = GatheringKind.NetworkMeeting,
        ["afterWork"] = GatheringKind.AfterWork,
    };

    private static readonly Pattern Kind = new("'volunteerMeeting', 'supervision', 'networkMeeting' or 'afterWork'", Kinds.ContainsKey);

    private static readonly Pattern Department = new("a department's id, or '*' for all of them,", text => text == Gathering.AllDepartments || Patterns.Id.Fits(text));

    private static readonly Pattern Place = new("a text of 1 to 200 characters", text => text.Trim().Length is > 0 and <= LongestPlace);

    private static readonly Pattern Note = new("a text of at most 2000 characters", text => text.Trim().Length <= LongestNote);

    public static PlannedMeeting Read(FieldReader fields) => new(
        fields.Text("id", Patterns.Id),
        Kinds.GetValueOrDefault(fields.Text("kind", Kind)),
        fields.Text("department", Department),
        VolunteeringReader.DateOf(fields.Text("date", VolunteeringReader.Date)),
        VolunteeringReader.TimeOf(fields.Text("from", VolunteeringReader.Time)),
        VolunteeringReader.TimeOf(fields.Text("until", VolunteeringReader.Time)),
        fields.Text("place", Place))
    {
        Note = fields.TextOr("note", Note, ""),
        Functions = fields.TextsOrNone("functions", Patterns.Id),
        InviteDaysBefore = fields.Number("inviteDaysBefore", 1, MostInviteDays, PlannedMeeting.UsualInviteDays),
    };

    /// <summary>What does not fit together: departments and functions there are not, and meetings that end before they begin.</summary>
    public static IEnumerable<string> Problems(Organisation organisation)
    {
        foreach (var (index, meeting) in (organisation.Volunteering?.Meetings ?? []).Index())
        {
            var at = $"volunteering.meetings[{index}]";
            if (meeting.Department != Gathering.AllDepartments && organisation.Department(meeting.Department) is null)
                yield return $"{at}.department: there is no department '{meeting.Department}'.";
            foreach (var function in meeting.Functions.Where(id => organisation.Volunteering!.Function(id) is null))
                yield return $"{at}.functions: there is no function '{function}'.";
            if (meeting.Until <= meeting.From)
                yield return $"{at}.until: a time later than '{meeting.From:HH:mm}' is needed.";
            if (Formats.CprLike.IsIn(meeting.Note) || Formats.CprLike.IsIn(meeting.Place))
                yield return $"{at}: a number like a CPR number must not stand here.";
        }
    }
}
