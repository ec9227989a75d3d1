using System.Text.RegularExpressions;

namespace Husrum.Core.Messages;

/// <summary>Whether a text binds what it may, and nothing it may not.</summary>
internal static partial class TextChecks
{
    public static IEnumerable<string> Problems(MessageText text)
    {
        var problems = Grammar(text).Concat(Sections(text)).Concat(Bindings(text));
        problems = text.Spec.Channel == NoticeChannel.Sms ? problems.Concat(Alphabet(text)) : problems.Concat(EmailChecks.Problems(text));
        return problems.Select(problem => $"{text.Path}: {problem}");
    }

    /// <summary>The fields a text binds: subject, body and sections.</summary>
    public static IEnumerable<string> BoundFields(MessageText text) =>
        Placeholders.Field().Names(text.Subject + "\n" + text.Body).Concat(Marks(text).Select(mark => mark.Name)).Distinct();

    /// <summary>The links a text binds.</summary>
    private static IEnumerable<string> BoundLinks(MessageText text) => text.Spec.Channel == NoticeChannel.Sms
        ? Placeholders.Link().Names(text.Body)
        : text.Lines.SelectMany(line => Placeholders.Button().Names(line.Trim()));

    private static IEnumerable<(bool End, string Name)> Marks(MessageText text) => text.Spec.Channel == NoticeChannel.Sms ? [] : text.Lines
        .Select(line => Placeholders.Section().Match(line.Trim()))
        .Where(mark => mark.Success)
        .Select(mark => (mark.Groups["end"].Value == "/", mark.Groups["name"].Value));

    /// <summary>Every double brace must belong to something known.</summary>
    private static IEnumerable<string> Grammar(MessageText text)
    {
        var sms = text.Spec.Channel == NoticeChannel.Sms;
        foreach (var (line, number) in text.Lines.Prepend(text.Subject ?? "").Select((line, number) => (line, number)))
        {
            var rest = sms ? Placeholders.FieldOrLink().Replace(line, "") : Placeholders.Field().Replace(line, "");
            if (!sms && number > 0)
                rest = Placeholders.Section().Replace(Placeholders.Button().Replace(rest.Trim(), ""), "");
            if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
                yield return (number == 0 ? "subject" : $"line {number} of the body") + ": the braces are not understood here.";
            if (Private().IsMatch(line))
                yield return (number == 0 ? "subject" : $"line {number} of the body") + ": holds a private-use character.";
        }
    }

    private static IEnumerable<string> Sections(MessageText text)
    {
        string? open = null;
        foreach (var (end, name) in Marks(text))
        {
            if (end ? open != name : open is not null)
                yield return end ? $"{{{{/{name}}}}} closes a section that is not open." : $"{{{{#{name}}}}} stands inside another section.";
            open = end ? null : name;
        }

        if (open is not null)
            yield return $"{{{{#{open}}}}} is never closed.";
    }

    private static IEnumerable<string> Bindings(MessageText text)
    {
        var spec = text.Spec;
        var (fields, links) = (BoundFields(text).ToList(), BoundLinks(text).ToList());
        foreach (var field in fields.Where(field => field != MessageCatalogue.OrganisationField && spec.Fields.All(declared => declared.Name != field)))
            yield return $"binds \"{field}\", which the spec does not declare as a field.";
        foreach (var link in links.Where(link => spec.Links.All(declared => declared.Name != link)))
            yield return $"binds \"{link}\", which the spec does not declare as a link.";
        foreach (var link in spec.Links.Where(link => !links.Contains(link.Name)))
            yield return $"does not bind the link \"{link.Name}\".";
        var exposed = spec.Channel == NoticeChannel.Sms ? fields : [.. Placeholders.Field().Names(text.Subject ?? "")];
        foreach (var field in spec.Fields.Where(field => field.Sensitivity == Sensitivity.Confidential && exposed.Contains(field.Name)))
            yield return $"binds the confidential \"{field.Name}\" in {(spec.Channel == NoticeChannel.Sms ? "an SMS" : "the subject line")}.";
    }

    private static IEnumerable<string> Alphabet(MessageText text) => text.Lines
        .Select((line, index) => (Line: line, Number: index + 1, At: Gsm7.FirstForeign(line)))
        .Where(found => found.At >= 0)
        .Select(found => $"line {found.Number}, character {found.At + 1}: \"{found.Line[found.At]}\" (U+{(int)found.Line[found.At]:X4}) is not in the SMS alphabet.");

    [GeneratedRegex(@"\p{Co}")]
    private static partial Regex Private();
}
