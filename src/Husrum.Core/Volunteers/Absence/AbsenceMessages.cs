using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Absence;

/// <summary>The texts of absence.</summary>
public static class AbsenceMessages
{
    internal const string Fellow = "absence-fellow";
    internal const string Staff = "absence-staff";
    internal const string Away = "away-staff";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Functions = new("functions", Sensitivity.Confidential, "arrangør, gruppeleder, kommunikationsassistent");
    private static readonly TemplateField When = new("when", Sensitivity.Plain, "fra onsdag den 30. september 2026 til og med torsdag den 1. oktober 2026");
    private static readonly TemplateField Brief = new("brief", Sensitivity.Plain, "30.12.2026");
    private static readonly TemplateField Told = new("told", Sensitivity.Plain, "12");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new(Fellow, NoticeChannel.Email, [Name, Person, When, Functions, Brief], [new TemplateLink("page")]),
        new(Fellow, NoticeChannel.Sms, [Brief], [TemplateLink.Sms]),
        new(Staff, NoticeChannel.Email, [Name, Person, When, Functions, Told, Brief], [new TemplateLink("page")]),
        new(Staff, NoticeChannel.Sms, [Brief], [TemplateLink.Sms]),
        new(Away, NoticeChannel.Email, [Name, Person, When], []),
    ];
}
