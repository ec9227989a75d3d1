using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>The texts of a farewell.</summary>
public static class FarewellMessages
{
    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Until = new("until", Sensitivity.Plain, "onsdag den 30. september 2026");

    private static readonly TemplateField Talked = new("talked", Sensitivity.Plain, "onsdag den 30. september 2026");

    internal const string Terminated = "farewell-terminated";

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new("farewell-noted", NoticeChannel.Email, [Name, Until], [new TemplateLink("answer")]),
        new("farewell-thanks", NoticeChannel.Email, [Name], []),
        new(Terminated, NoticeChannel.Email, [Name, Talked], []),
        new("farewell-stays", NoticeChannel.Email, [Name, Person], []),
    ];
}
