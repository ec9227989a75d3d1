using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>The texts of renewals.</summary>
public static class RenewalMessages
{
    internal const string Overdue = "certificate-overdue";
    internal const string Paused = "certificate-paused";
    internal const string Resumed = "certificate-resumed";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Certificate = new("certificate", Sensitivity.Confidential, "the straffeattest (criminal record certificate)");
    private static readonly TemplateField Functions = new("functions", Sensitivity.Confidential, "netværksven, legeven, voksen i en venskabsfamilie");
    private static readonly TemplateField Until = new("until", Sensitivity.Plain, "onsdag den 30. september 2026");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new(Overdue, NoticeChannel.Email, [Name, Person, Certificate, Functions, Until], []),
        new(Paused, NoticeChannel.Email, [Name, Certificate, Functions, Until], [new TemplateLink("page")]),
        new(Paused, NoticeChannel.Sms, [], [TemplateLink.Sms]),
        new(Resumed, NoticeChannel.Email, [Name, Certificate, Functions], []),
    ];
}
