using Husrum.Core.Language;

namespace Husrum.Core.Messages;

/// <summary>Checks that need texts that are right by themselves: both languages say the same, and an SMS fits.</summary>
internal static class FitChecks
{
    public static IEnumerable<string> Problems(MessageText text, IReadOnlyDictionary<string, MessageText> texts)
    {
        var danish = texts[MessageText.PathOf(text.Spec, Languages.Danish)];
        foreach (var field in TextChecks.BoundFields(danish).Except(TextChecks.BoundFields(text)))
            yield return $"{text.Path}: does not say \"{field}\", which the Danish text does.";
        foreach (var field in TextChecks.BoundFields(text).Except(TextChecks.BoundFields(danish)))
            yield return $"{text.Path}: says \"{field}\", which the Danish text does not.";
        if (text.Spec.Channel != NoticeChannel.Sms)
            yield break;
        var longest = SmsRenderer.Render(
            text,
            text.Spec.Fields.ToDictionary(field => field.Name, field => field.Longest),
            text.Spec.Links.ToDictionary(link => link.Name, link => link.Longest));
        if (Gsm7.Septets(longest) > Gsm7.Segment)
            yield return $"{text.Path}: {Gsm7.Septets(longest)} septets with the longest values; an SMS holds {Gsm7.Segment}.";
    }
}
