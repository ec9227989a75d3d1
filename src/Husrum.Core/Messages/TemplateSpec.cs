namespace Husrum.Core.Messages;

/// <summary>
/// What a text of the catalogue may bind. Each process contributes its own; the texts are files,
/// <c>Messages/Texts/{da,en}/{name}.email.md</c> or <c>.sms.txt</c>. A message in both channels has a spec for each.
/// </summary>
/// <param name="Name">The template's name, such as <c>refund-received</c>.</param>
/// <param name="Channel">E-mail or SMS.</param>
/// <param name="Fields">The values a text may bind.</param>
/// <param name="Links">The links a text must bind, each of them.</param>
public sealed record TemplateSpec(string Name, NoticeChannel Channel, IReadOnlyList<TemplateField> Fields, IReadOnlyList<TemplateLink> Links);

/// <summary>A value of a template.</summary>
/// <param name="Name">Its name in the text: letters, digits and hyphens.</param>
/// <param name="Sensitivity">Whether it may stand in an SMS or a subject line.</param>
/// <param name="Longest">An invented example of the longest value there will be in real life; an SMS must fit with it.</param>
public sealed record TemplateField(string Name, Sensitivity Sensitivity, string Longest);

/// <summary>A link of a template.</summary>
/// <param name="Name">Its name in the text.</param>
/// <param name="Longest">The longest address there will be, host and token included.</param>
public sealed record TemplateLink(string Name, string Longest = TemplateLink.Usual)
{
    /// <summary>An address as long as they are on a host with an ordinary name: entry page, token id (26), dot, HMAC (43).</summary>
    public const string Usual = "https://husrum.foreningen.example/afgoer?t=00000000000000000000000000.0000000000000000000000000000000000000000000";

    /// <summary>The one link of an SMS, on a host of 40 characters: <see cref="Links.ShortLinks"/>. The program says at its start where its own address is longer and a text no longer fits.</summary>
    public static TemplateLink Sms { get; } = new(PersonNotices.SmsLink, $"https://{new string('h', Links.ShortLinks.LongestHost)}{Links.ShortLinks.PathOf(new string('0', Links.ShortLinks.CodeLength))}");
}

/// <summary>Where a value may stand (rules-and-sources.md 2.7: confidential content goes by neither SMS nor subject line).</summary>
public enum Sensitivity
{
    /// <summary>Anywhere.</summary>
    Plain,

    /// <summary>In the body of an e-mail only: accounts, reasons, what a person wrote, anything that hints at someone's troubles.</summary>
    Confidential,
}
