using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Recruitment;

/// <summary>The texts that ask volunteers to do more. They go to those who have said yes to that, and to nobody else (rules-and-sources.md 2.7).</summary>
public static class RecruitmentMessages
{
    internal const string Wanted = "recruitment-function";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Skanderborg");
    private static readonly TemplateField Function = new("function", Sensitivity.Confidential, "voksen i en venskabsfamilie");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new(Wanted, NoticeChannel.Email, [Name, Department, Function], [new TemplateLink("page"), new TemplateLink("contact")]),
    ];
}
