using Husrum.Core.Messages;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>The texts of friend families. Subjects bind nothing that is anybody's.</summary>
public static class FamilyMessages
{
    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Hjem til Os København");
    private static readonly TemplateField Member = new("member", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField When = new("when", Sensitivity.Plain, "onsdag den 30. september 2026 kl. 16.30");
    private static readonly TemplateField Place = new("place", Sensitivity.Confidential, "Jægergårdsgade 107, 4. tv., 8000 Aarhus C");
    private static readonly TemplateField Certificate = new("certificate", Sensitivity.Confidential, "the straffeattest (criminal record certificate)");
    private static readonly TemplateField Deadline = new("deadline", Sensitivity.Plain, "onsdag den 30. september 2026");

    internal const string Again = "family-again";

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        .. Asked("family-confirm", Department),
        .. Asked("family-book", Department),
        .. Asked("family-course", Department, Member),
        .. Asked("family-rules", Department, Member),
        .. Asked("family-declaration", Department, Member),
        .. Asked("family-consent", Department, Certificate, Deadline),
        .. Asked("family-back", Department),
        .. new[] { "family-book-reminder", "family-consent-reminder" }.Select(name => new TemplateSpec(name, NoticeChannel.Sms, [], [TemplateLink.Sms])),
        new(Again, NoticeChannel.Email, [Name], [new TemplateLink("status")]),
        new("family-booked", NoticeChannel.Email, [Name, Department, When], [new TemplateLink("status")]),
        new("family-booked-staff", NoticeChannel.Email, [Name, Person, Department, When, Place], []),
        new("family-owes", NoticeChannel.Email, [Name, Department], [new TemplateLink("status")]),
        new("family-owes-staff", NoticeChannel.Email, [Name, Person, Department], []),
        new("family-missing", NoticeChannel.Email, [Name, Person, Department, Certificate], []),
        new("family-run-out", NoticeChannel.Email, [Name, Person, Department, Certificate], []),
        new("family-welcome", NoticeChannel.Email, [Name, Department], [new TemplateLink("page")]),
        new("family-rejected", NoticeChannel.Email, [Name, Department], []),
        new("family-lapsed", NoticeChannel.Email, [Name, Department], []),
        new("family-stopped", NoticeChannel.Email, [Name, Department], []),
        new("family-stopped-staff", NoticeChannel.Email, [Name, Person, Department], []),
    ];

    /// <summary>What the family is told when it is approved or closed; null where they closed it themselves before that.</summary>
    public static string? Closing(FamilyState state) => state switch
    {
        FamilyState.Approved => "family-welcome",
        FamilyState.Rejected => "family-rejected",
        FamilyState.Lapsed => "family-lapsed",
        FamilyState.Stopped => "family-stopped",
        _ => null,
    };

    private static IEnumerable<TemplateSpec> Asked(string name, params TemplateField[] fields) =>
        new[] { name, name + "-reminder" }.Select(n => new TemplateSpec(n, NoticeChannel.Email, [Name, .. fields], [new TemplateLink("answer")]));
}
