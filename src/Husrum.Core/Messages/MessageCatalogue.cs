using Husrum.Core.Language;

namespace Husrum.Core.Messages;

/// <summary>The texts the program sends, in Danish and English, read from its own files and checked when it starts.</summary>
public sealed class MessageCatalogue
{
    /// <summary>The field every text may bind without declaring it: whose message it is.</summary>
    internal const string OrganisationField = "organisation";

    private readonly Dictionary<string, MessageText> _texts;
    private string _organisation = "Husrum";

    private MessageCatalogue(Dictionary<string, MessageText> texts, IReadOnlyList<string> unclaimed) => (_texts, Unclaimed) = (texts, unclaimed);

    /// <summary>Text files no spec speaks of: left over, or a spec was not contributed.</summary>
    public IReadOnlyList<string> Unclaimed { get; }

    /// <summary>Reads the texts and checks them against the specs of all processes.</summary>
    /// <exception cref="MessageCatalogueException">Something is wrong with one or more texts; all of it is listed.</exception>
    public static MessageCatalogue Load(IEnumerable<TemplateSpec> specs) => Load(specs, TextFiles.Embedded());

    /// <summary>The same texts, signed with an organisation's name.</summary>
    public MessageCatalogue SignedBy(string organisation) => new(_texts, Unclaimed) { _organisation = organisation };

    /// <summary>The same with texts from elsewhere, by path.</summary>
    internal static MessageCatalogue Load(IEnumerable<TemplateSpec> specs, IReadOnlyDictionary<string, string> files)
    {
        var all = specs.ToList();
        var problems = all.SelectMany(SpecChecks.Problems).ToList();
        problems.AddRange(SpecChecks.Twice(all));
        var texts = new Dictionary<string, MessageText>();
        foreach (var (spec, language) in all.SelectMany(spec => Languages.All.Select(language => (spec, language))))
        {
            var path = MessageText.PathOf(spec, language);
            if (files.TryGetValue(path, out var content))
                texts.TryAdd(path, MessageText.Of(path, spec, content));
            else
                problems.Add($"{path}: the text is missing.");
        }

        if (problems.Count == 0)
            problems.AddRange(texts.Values.SelectMany(TextChecks.Problems));
        if (problems.Count == 0)
            problems.AddRange(texts.Values.SelectMany(text => FitChecks.Problems(text, texts)));
        return problems.Count == 0
            ? new(texts, [.. files.Keys.Where(path => !texts.ContainsKey(path)).Order(StringComparer.Ordinal)])
            : throw new MessageCatalogueException(problems);
    }

    /// <summary>The SMS that take more than one segment where the program is reached at an address: their names and how many septets too many. The texts themselves are in order for a host of up to 40 characters.</summary>
    /// <param name="publicAddress">Without a slash at the end.</param>
    public IReadOnlyList<string> TooLongAt(string publicAddress)
    {
        var link = publicAddress + Links.ShortLinks.PathOf(new string('0', Links.ShortLinks.CodeLength));
        return
        [
            .. from pair in _texts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
               where pair.Value.Spec.Channel == NoticeChannel.Sms
               let septets = Gsm7.Septets(SmsRenderer.Render(pair.Value, Longest(pair.Value.Spec), pair.Value.Spec.Links.ToDictionary(l => l.Name, _ => link)))
               where septets > Gsm7.Segment
               select $"{pair.Key} (+{septets - Gsm7.Segment})",
        ];

        Dictionary<string, string> Longest(TemplateSpec spec) => new(spec.Fields.ToDictionary(f => f.Name, f => f.Longest)) { [OrganisationField] = _organisation };
    }

    /// <summary>Makes the final text of a message. The same input gives the same bytes.</summary>
    /// <param name="channel">E-mail or SMS.</param>
    /// <param name="template">The template's name.</param>
    /// <param name="language"><c>da</c> or <c>en</c>; Danish for anything else.</param>
    /// <param name="fields">A value for each field the text binds; more are no harm. Typed by people: never becomes markup, a link or a header.</param>
    /// <param name="links">An absolute address for each link.</param>
    /// <exception cref="KeyNotFoundException">No such template in this channel, or a field or link of it has no value; names it, never a value.</exception>
    public RenderedMessage Render(
        NoticeChannel channel,
        string template,
        string language,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, string> links)
    {
        var spoken = Languages.Of(language);
        var text = _texts[MessageText.PathOf(new(template, channel, [], []), spoken)];
        fields = new Dictionary<string, string>(fields) { [OrganisationField] = _organisation };
        return channel == NoticeChannel.Sms
            ? new(null, SmsRenderer.Render(text, fields, links), null)
            : EmailRenderer.Render(text, spoken, fields, links);
    }

    /// <summary>Makes the final text of a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="address">Makes the absolute address of a link, token included.</param>
    public RenderedMessage Render(Notice notice, Func<NoticeLink, string> address) =>
        Render(notice.Channel, notice.Template, notice.Language, notice.Fields, notice.Links.ToDictionary(link => link.Key, link => address(link.Value))) with
        {
            Calendar = notice.Channel == NoticeChannel.Email ? notice.Calendar?.Write(_organisation, notice.Due) : null,
        };
}
