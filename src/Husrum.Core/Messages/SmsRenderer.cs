namespace Husrum.Core.Messages;

/// <summary>Makes the text of an SMS.</summary>
internal static class SmsRenderer
{
    /// <summary>
    /// The final text, inside the SMS alphabet. Where it would not fit one segment, values are cut to the length their spec promises,
    /// with which it fits; links are never cut.
    /// </summary>
    public static string Render(MessageText text, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> links)
    {
        var whole = Fill(text, links, field => FieldValue.ForSms(fields[field]));
        return Gsm7.Septets(whole) <= Gsm7.Segment ? whole : Fill(text, links, field => Cut(text.Spec, field, FieldValue.ForSms(fields[field])));
    }

    private static string Fill(MessageText text, IReadOnlyDictionary<string, string> links, Func<string, string> value) =>
        Placeholders.FieldOrLink().Replace(
            text.Body,
            match => match.Groups["link"].Success ? links[match.Groups["name"].Value] : value(match.Groups["name"].Value));

    private static string Cut(TemplateSpec spec, string field, string value)
    {
        var room = Gsm7.Septets(FieldValue.ForSms(spec.Fields.First(declared => declared.Name == field).Longest));
        while (Gsm7.Septets(value) > room)
            value = value[..^1];
        return value.TrimEnd();
    }
}
