using Husrum.Core.Calendar;
using Husrum.Core.Language;
using Husrum.Core.Messages;

namespace Husrum.Core.Gatherings;

/// <summary>The texts of gatherings.</summary>
public static class GatheringMessages
{
    internal const string Invite = "gathering-invite";
    internal const string Ask = "gathering-invite-reminder";
    internal const string Remind = "gathering-tomorrow";
    internal const string Moved = "gathering-moved";
    internal const string Cancelled = "gathering-cancelled";
    internal const string Attendance = "gathering-attendance";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField What = new("what", Sensitivity.Plain, "the after-work meeting");
    private static readonly TemplateField When = new("when", Sensitivity.Plain, "onsdag den 30. september 2026 kl. 16.30");
    private static readonly TemplateField Brief = new("brief", Sensitivity.Plain, "ons. 30/12 kl. 16.30");
    private static readonly TemplateField Until = new("until", Sensitivity.Plain, "kl. 16.30");
    private static readonly TemplateField Place = new("place", Sensitivity.Confidential, "Frivilligcentret, Jægergårdsgade 107, lokale 2");
    private static readonly TemplateField Note = new("note", Sensitivity.Confidential, "Vi planlægger efterårets arrangementer, og der er mad.");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        Mail(Invite),
        Mail(Ask),
        new(Ask, NoticeChannel.Sms, [What, Brief], [TemplateLink.Sms]),
        Mail(Remind),
        new(Remind, NoticeChannel.Sms, [What, Brief], [TemplateLink.Sms]),
        Mail(Moved),
        new(Moved, NoticeChannel.Sms, [What, Brief], [TemplateLink.Sms]),
        new(Cancelled, NoticeChannel.Email, [Name, What, When, Brief, Until, Place, Note], []),
        new(Cancelled, NoticeChannel.Sms, [What, Brief], [TemplateLink.Sms]),
        new(Attendance, NoticeChannel.Email, [Name, What, When, Brief, Until, Place, Note], [new TemplateLink("page")]),
    ];

    /// <summary>The values of them all, in a language.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Fields(Gathering gathering, string language) =>
    [
        new("what", GatheringKindWords.Of(gathering.Kind).In(language)),
        new("when", DateWords.Moment(gathering.Starts, language)),
        new("brief", DateWords.Brief(gathering.Starts, language)),
        new("until", Languages.Of(language) == Languages.English ? EnglishDates.Time(WallTime.LocalTime(gathering.Ends))[3..] : DanishDates.Time(WallTime.LocalTime(gathering.Ends))),
        new("place", OnlineAt(gathering) is null ? gathering.Place : new Bilingual("online, linket står på siden", "online, the link is on the page").In(language)),
        new("note", gathering.Note),
    ];

    /// <summary>The address a gathering is held at, where its place is one and nothing else; null otherwise. A mail does not carry it: what people typed never becomes a link there.</summary>
    public static Uri? OnlineAt(Gathering gathering) =>
        Uri.TryCreate(gathering.Place, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;

    /// <summary>The gathering for people's own calendars: the same one through all its changes.</summary>
    public static CalendarEntry Entry(Gathering gathering, string language) =>
        new(gathering.Id + "@husrum", gathering.Starts, gathering.Ends, GatheringKindWords.Title(gathering.Kind).In(language), gathering.Place, gathering.Round);

    private static TemplateSpec Mail(string name) => new(name, NoticeChannel.Email, [Name, What, When, Brief, Until, Place, Note], [new TemplateLink("answer")]);
}
