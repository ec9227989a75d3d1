using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.People;

namespace Husrum.Core.Volunteers;

/// <summary>Makes the messages about volunteers that belong to no case. Same person, step, date and recipient: same key, so the same message.</summary>
internal static class VolunteerNotices
{
    /// <summary>To anyone, at the next moment inside the hours for messages.</summary>
    public static PersonNotice To(string aboutPersonId, Reachable to, string template, string step, DateTimeOffset now, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var bound = new Dictionary<string, string>();
        foreach (var (name, value) in fields)
            bound[name] = value;
        return new PersonNotice { CaseId = aboutPersonId, Step = step, Date = WallTime.LocalDate(now), To = to, Template = template, Fields = bound, Due = now };
    }
}
