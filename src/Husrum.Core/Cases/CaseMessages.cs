using Husrum.Core.Messages;

namespace Husrum.Core.Cases;

/// <summary>The texts all cases share.</summary>
public static class CaseMessages
{
    private const string AskTask = "case-task";
    private const string RemindTask = "case-task-reminder";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Skanderborg");
    private static readonly TemplateField TaskWords = new("task", Sensitivity.Confidential, "at skrive, om deltageren kom til introkurset");

    /// <summary>A task for staff.</summary>
    public static StepTexts Task { get; } = new(AskTask, RemindTask);

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new(AskTask, NoticeChannel.Email, [Name, Person, Department, TaskWords], [new TemplateLink("answer")]),
        new(RemindTask, NoticeChannel.Email, [Name, Person, Department, TaskWords], [new TemplateLink("answer")]),
        CaseStuck.Spec,
    ];
}
