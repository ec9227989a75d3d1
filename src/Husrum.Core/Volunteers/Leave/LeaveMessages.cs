using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>The texts of a leave.</summary>
public static class LeaveMessages
{
    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField From = new("from", Sensitivity.Plain, "onsdag den 30. september 2026");
    private static readonly TemplateField Until = new("until", Sensitivity.Plain, "onsdag den 30. september 2026");

    private static readonly TemplateField Brief = new("brief", Sensitivity.Plain, "30.12.2026");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new("leave-begun", NoticeChannel.Email, [Name, From, Until], [new TemplateLink("answer")]),
        new("leave-reminder", NoticeChannel.Email, [Name, From, Until], [new TemplateLink("answer")]),
        new("leave-reminder", NoticeChannel.Sms, [Brief], [TemplateLink.Sms]),
        new("leave-welcome-back", NoticeChannel.Email, [Name], []),
        new("leave-stopped", NoticeChannel.Email, [Name], []),
        new("leave-returned", NoticeChannel.Email, [Name, Person, Until], []),
        new("leave-ended", NoticeChannel.Email, [Name, Person, Until], []),
    ];
}
