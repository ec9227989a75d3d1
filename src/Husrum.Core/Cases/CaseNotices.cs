using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.People;

namespace Husrum.Core.Cases;

/// <summary>Makes the messages of cases. Same case, step, date and recipient: same key, so the same message.</summary>
internal static class CaseNotices
{
    /// <summary>To anyone, by e-mail, at the next moment inside the hours for messages.</summary>
    public static Notice To(CaseRecord @case, Reachable person, string template, string step, DateOnly date, DateTimeOffset due, IEnumerable<KeyValuePair<string, string>> fields, bool atOnce, params ReadOnlySpan<(string Name, NoticeLink Link)> links)
    {
        var bound = new Dictionary<string, string>(fields) { ["name"] = person.Person.Name };
        var buttons = new Dictionary<string, NoticeLink>();
        foreach (var (name, link) in links)
            buttons[name] = link;
        return new Notice
        {
            Key = NoticeKey.For(@case.Id, step, date, person.Person.Id, NoticeChannel.Email),
            Channel = NoticeChannel.Email,
            Template = template,
            Language = person.Person.Language,
            To = person.Email ?? throw new InvalidOperationException("Somebody without an address was to be written to."),
            Fields = bound,
            Links = buttons,
            Due = atOnce ? due : SendWindow.Next(due),
        };
    }

    /// <summary>The button to the reader's own page.</summary>
    public static (string, NoticeLink) Status(CaseRecord @case, string personId) => ("status", new NoticeLink(CaseLinks.StatusPage, CaseLinks.StatusTokenId(@case, personId)));
}
