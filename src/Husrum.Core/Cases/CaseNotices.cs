using Husrum.Core.Messages;
using Husrum.Core.People;

namespace Husrum.Core.Cases;

/// <summary>Makes the messages of cases. Same case, step, date and recipient: same key, so the same message.</summary>
internal static class CaseNotices
{
    /// <summary>To anyone, at the next moment inside the hours for messages; by e-mail where nothing else is said.</summary>
    public static PersonNotice To(CaseRecord @case, Reachable person, string template, string step, DateOnly date, DateTimeOffset due, IEnumerable<KeyValuePair<string, string>> fields, bool atOnce, params ReadOnlySpan<(string Name, NoticeLink Link)> links)
    {
        return new PersonNotice
        {
            CaseId = @case.Id,
            Step = step,
            Date = date,
            To = person,
            Template = template,
            Fields = fields,
            Links = [.. links],
            Due = due,
            AtOnce = atOnce,
        };
    }

    /// <summary>The button to the reader's own page.</summary>
    public static (string, NoticeLink) Status(CaseRecord @case, string personId, string page = CaseLinks.StatusPage) => ("status", new NoticeLink(page, CaseLinks.StatusTokenId(@case, personId)));
}
