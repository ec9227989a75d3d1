using Husrum.Core.Cases;
using Husrum.Core.Messages;

namespace Husrum.Core.HjemTilOs;

/// <summary>The texts of Hjem til Os. None says a child's name, a municipality or a reason: what is about a child is behind the link (rules-and-sources.md 0.7, 2.7).</summary>
public static class HtoMessages
{
    private const string LongestDay = "onsdag den 30. september 2026 kl. 15.30";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Skanderborg");
    private static readonly TemplateField Reference = new("reference", Sensitivity.Plain, "7K3Q2");
    private static readonly TemplateField Task = new("task", Sensitivity.Confidential, "at ringe til barnets forældre eller kontaktperson og høre, hvordan det første besøg gik");
    private static readonly TemplateField When = new("when", Sensitivity.Plain, LongestDay);
    private static readonly TemplateField Brief = new("brief", Sensitivity.Plain, "ons. 30/9 kl. 15.30");
    private static readonly TemplateField Holiday = new("holiday", Sensitivity.Plain, "Kristi himmelfartsdag");
    private static readonly TemplateField Days = new("days", Sensitivity.Plain, "onsdag den 30. september 2026 og onsdag den 7. oktober 2026");
    private static readonly TemplateField Until = new("until", Sensitivity.Plain, "kl. 18.00");
    private static readonly TemplateField Anniversary = new("anniversary", Sensitivity.Plain, "onsdag den 30. september 2026");
    private static readonly TemplateLink Status = new("status");
    private static readonly TemplateLink Answer = new("answer");

    /// <summary>A task for staff.</summary>
    internal static StepTexts StaffTask { get; } = new("hto-task", "hto-task-reminder");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        Mail("hto-task", Answer, Department, Reference, Task),
        Mail("hto-task-reminder", Answer, Department, Reference, Task),
        Mail("hto-started", Status, When, Until),
        .. Both("hto-visit-reminder", Status, [When], [Brief]),
        .. Both("hto-visit-moved", Status, [When], [Brief]),
        .. Both("hto-visit-off", Status, [When], [Brief]),
        Mail("hto-visits-off", Status, Days),
        .. Both("hto-day-changed", Status, [When, Until], [Brief]),
        Mail("hto-paused", Status),
        .. Both("hto-resumed", Status, [When], [Brief]),
        Mail("hto-met", Answer, When),
        Mail("hto-met-reminder", Answer, When),
        Mail("hto-holiday", Answer, Holiday),
        Mail("hto-holiday-reminder", Answer, Holiday),
        Mail("hto-three-months", Status),
        Mail("hto-glad", Answer),
        Mail("hto-glad-reminder", Answer),
        Mail("hto-times", Answer),
        .. Both("hto-times-reminder", Answer, [], []),
        Mail("hto-booked", Status, When),
        Mail("hto-booked-staff", null, When, Reference, Department),
        Mail("hto-future", Answer, Anniversary),
        Mail("hto-future-reminder", Answer, Anniversary),
        Mail("hto-future-confirm", Answer, Anniversary),
        Mail("hto-future-confirm-reminder", Answer, Anniversary),
        Mail("hto-future-agreed", Status, Anniversary),
        Mail("hto-prolonged", Status, Anniversary),
        Mail("hto-farewell-family", Status),
        Mail("hto-farewell-child", Status),
        Mail("hto-ended-family", Status),
        Mail("hto-ended-child", Status),
        Mail("hto-ended-referrer", null),
        Mail("hto-match", Answer),
        Mail("hto-match-reminder", Answer),
        Mail("hto-match-off", null),
        Mail("hto-match-referrer", null),
        Mail("hto-match-times", Answer),
        .. Both("hto-match-times-reminder", Answer, [], []),
        Mail("hto-match-booked", Status, When),
        Mail("hto-worry", Answer, Department),
        .. Both("hto-worry-again", Answer, [Department], []),
        Mail("hto-worry-record", Answer, Department, Task),
        Mail("hto-worry-record-reminder", Answer, Department, Task),
        Mail("hto-worry-received", null),
        Mail("hto-worry-seen", null),
    ];

    private static TemplateSpec Mail(string name, TemplateLink? link, params TemplateField[] fields) => new(name, NoticeChannel.Email, [Name, .. fields], link is null ? [] : [link]);

    private static TemplateSpec[] Both(string name, TemplateLink link, TemplateField[] mail, TemplateField[] sms) =>
        [Mail(name, link, mail), new(name, NoticeChannel.Sms, sms, [TemplateLink.Sms])];
}
