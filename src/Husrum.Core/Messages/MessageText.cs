namespace Husrum.Core.Messages;

/// <summary>One text file of the catalogue, taken apart.</summary>
/// <param name="Path">Where it lies: <c>da/refund-received.email.md</c>.</param>
/// <param name="Spec">What it may bind.</param>
/// <param name="Subject">The subject line of an e-mail; empty where it lacks one; null for an SMS.</param>
/// <param name="Lines">The body.</param>
internal sealed record MessageText(string Path, TemplateSpec Spec, string? Subject, IReadOnlyList<string> Lines)
{
    private const string SubjectKey = "subject:";

    /// <summary>The body in one piece.</summary>
    public string Body => string.Join('\n', Lines);

    /// <summary>Where the text of a spec lies in a language.</summary>
    public static string PathOf(TemplateSpec spec, string language) =>
        $"{language}/{spec.Name}{(spec.Channel == NoticeChannel.Sms ? ".sms.txt" : ".email.md")}";

    /// <summary>Takes a file apart. An e-mail begins with <c>subject: …</c> and a blank line.</summary>
    public static MessageText Of(string path, TemplateSpec spec, string content)
    {
        var text = content.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
        if (spec.Channel == NoticeChannel.Sms)
            return new(path, spec, null, text.Split('\n'));
        var lines = text.Split('\n').SkipWhile(line => line is "---").ToList();
        var subject = "";
        if (lines[0].StartsWith(SubjectKey, StringComparison.OrdinalIgnoreCase))
        {
            subject = lines[0][SubjectKey.Length..].Trim();
            lines.RemoveAt(0);
        }

        return new(path, spec, subject, [.. lines.SkipWhile(line => line is "---" || string.IsNullOrWhiteSpace(line))]);
    }

    /// <summary>The body's lines without those of sections whose field is empty, and without the marks of sections.</summary>
    /// <param name="fields">The values.</param>
    public IEnumerable<string> LinesWith(IReadOnlyDictionary<string, string> fields)
    {
        var shown = true;
        foreach (var line in Lines)
        {
            var mark = Placeholders.Section().Match(line.Trim());
            if (mark.Success)
                shown = mark.Groups["end"].Value == "/" || !string.IsNullOrWhiteSpace(fields[mark.Groups["name"].Value]);
            else if (shown)
                yield return line;
        }
    }
}
