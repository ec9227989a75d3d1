using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

/// <summary>Small catalogues for tests.</summary>
internal static class Texts
{
    public static readonly Dictionary<string, string> None = [];

    public static TemplateSpec Email(params TemplateField[] fields) => new("visit", NoticeChannel.Email, fields, []);

    public static TemplateSpec Sms(params TemplateField[] fields) => new("visit", NoticeChannel.Sms, fields, []);

    public static TemplateField Plain(string name, string longest = "Anne-Margrethe") => new(name, Sensitivity.Plain, longest);

    public static TemplateField Secret(string name) => new(name, Sensitivity.Confidential, "0040 *******243");

    /// <summary>The same text in both languages.</summary>
    public static MessageCatalogue Load(TemplateSpec spec, string text) => MessageCatalogue.Load([spec], Files(spec, text, text));

    public static Dictionary<string, string> Files(TemplateSpec spec, string danish, string english)
    {
        var ending = spec.Channel == NoticeChannel.Sms ? ".sms.txt" : ".email.md";
        return new() { [$"da/{spec.Name}{ending}"] = danish, [$"en/{spec.Name}{ending}"] = english };
    }

    public static IReadOnlyList<string> Problems(TemplateSpec spec, string text) =>
        Should.Throw<MessageCatalogueException>(() => Load(spec, text)).Problems;

    /// <summary>An e-mail with one field, "name", in body or subject.</summary>
    public static RenderedMessage WithName(string text, string name) =>
        Load(Email(Plain("name")), text).Render(NoticeChannel.Email, "visit", "da", new Dictionary<string, string> { ["name"] = name }, None);
}
