using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers;

/// <summary>The texts of the approval. Subjects bind nothing that is anybody's.</summary>
public static class ApplicationMessages
{
    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Skanderborg");
    private static readonly TemplateField Functions = new("functions", Sensitivity.Confidential, "arrangør, gruppeleder, kommunikationsassistent");
    private static readonly TemplateField When = new("when", Sensitivity.Plain, "onsdag den 30. september 2026 kl. 16.30");
    private static readonly TemplateField Place = new("place", Sensitivity.Confidential, "Frivilligcentret, Jægergårdsgade 107, lokale 2");
    private static readonly TemplateField Certificate = new("certificate", Sensitivity.Confidential, "the straffeattest (criminal record certificate)");
    private static readonly TemplateField Brief = new("brief", Sensitivity.Plain, "ons. 30/12 kl. 16.30");
    private static readonly TemplateField Folder = new("folder", Sensitivity.Plain, "Velkomstmappen finder du på din egen side, som du åbner herunder.");
    private static readonly TemplateField Deadline = new("deadline", Sensitivity.Plain, "onsdag den 30. september 2026");

    internal const string Welcome = "volunteer-welcome";
    internal const string Again = "volunteer-again";
    internal const string Booked = "volunteer-booked";
    internal const string TalkTomorrow = "volunteer-talk-tomorrow";
    internal const string CourseTomorrow = "volunteer-course-tomorrow";
    internal const string MovedForStaff = "volunteer-moved-staff";
    internal const string BookedForStaff = "volunteer-booked-staff";

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        .. Asked("volunteer-confirm", Department),
        .. Asked("volunteer-book", Department),
        .. Asked("volunteer-declaration", Department),
        .. Asked("volunteer-consent", Department, Certificate, Deadline),
        .. Asked("volunteer-course", Department),
        new(Again, NoticeChannel.Email, [Name], [new TemplateLink("status")]),
        new(Booked, NoticeChannel.Email, [Name, Department, Functions, When, Place], [new TemplateLink("status")]),
        new(TalkTomorrow, NoticeChannel.Email, [Name, Department, Functions, When, Place, Brief], [new TemplateLink("status")]),
        new(TalkTomorrow, NoticeChannel.Sms, [Brief], [TemplateLink.Sms]),
        new(CourseTomorrow, NoticeChannel.Email, [Name, When, Place, Brief], [new TemplateLink("status")]),
        new(CourseTomorrow, NoticeChannel.Sms, [Brief], [TemplateLink.Sms]),
        .. new[] { "book", "declaration", "consent", "course" }.Select(what => new TemplateSpec($"volunteer-{what}-reminder", NoticeChannel.Sms, [], [TemplateLink.Sms])),
        new(BookedForStaff, NoticeChannel.Email, [Name, Person, Department, Functions, When, Place], []),
        new(MovedForStaff, NoticeChannel.Email, [Name, Person, When], []),
        new("volunteer-course-booked", NoticeChannel.Email, [Name, When, Place], [new TemplateLink("status")]),
        new(Welcome, NoticeChannel.Email, [Name, Department, Functions, Folder], [new TemplateLink("page")]),
        new("volunteer-rejected", NoticeChannel.Email, [Name, Department, Functions], []),
        new("volunteer-lapsed", NoticeChannel.Email, [Name, Department, Functions], []),
    ];

    /// <summary>What the applicant is told when the application closes; null where they closed it themselves, or where they are welcome: that is told once their page is there.</summary>
    public static string? Closing(ApplicationState state) => state switch
    {
        ApplicationState.Rejected => "volunteer-rejected",
        ApplicationState.Lapsed => "volunteer-lapsed",
        _ => null,
    };

    private static IEnumerable<TemplateSpec> Asked(string name, params TemplateField[] fields) =>
        new[] { name, name + "-reminder" }.Select(n => new TemplateSpec(n, NoticeChannel.Email, [Name, .. fields], [new TemplateLink("answer")]));
}
