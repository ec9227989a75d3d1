using System.Globalization;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>What the outbox holds of one message to one person, in all its channels: rows whose keys differ in the channel alone.</summary>
internal sealed class WrittenMessage
{
    private const int PartsAfterStep = 3;

    private WrittenMessage(string step, string personId, IReadOnlyList<Stored<Notice>> rows) => (Step, PersonId, Rows) = (step, personId, rows);

    /// <summary>The step in its key.</summary>
    public string Step { get; }

    /// <summary>The recipient in its key.</summary>
    public string PersonId { get; }

    public IReadOnlyList<Stored<Notice>> Rows { get; }

    public string Template => Rows[0].Value.Template;

    /// <summary>When it was to go.</summary>
    public DateTimeOffset Due => Rows.Min(row => row.Value.Due);

    /// <summary>How it stands: the best of its channels.</summary>
    public MessageFate Fate => Rows.Max(row => FateOf(row.Value));

    /// <summary>True where it has gone, may have, or will.</summary>
    public bool IsEffective => Fate is MessageFate.Sent or MessageFate.Delivered or MessageFate.Uncertain or MessageFate.Waiting;

    /// <summary>All messages of a partition.</summary>
    public static IReadOnlyList<WrittenMessage> Of(IEnumerable<Stored<Notice>> rows) =>
        [.. rows.GroupBy(row => row.Value.Key[..row.Value.Key.LastIndexOf('/')], StringComparer.Ordinal).Select(Read).OrderBy(m => m.Due).ThenBy(m => m.Step, StringComparer.Ordinal)];

    /// <summary>True where somebody would read the same twice.</summary>
    public bool SaysTheSameAs(WrittenMessage other) => PersonId == other.PersonId && Template == other.Template
        && Rows.Any(row => other.Rows.Any(their => row.Value.Channel == their.Value.Channel && Same(row.Value.Fields, their.Value.Fields) && Same(Buttons(row.Value), Buttons(their.Value))));

    // {case}/{step}/{date}/{person}: a step may hold a slash, what follows it may not
    private static WrittenMessage Read(IGrouping<string, Stored<Notice>> rows)
    {
        var parts = rows.Key.Split('/');
        return parts.Length < PartsAfterStep + 1 || !DateOnly.TryParseExact(parts[^2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new WrittenMessage(rows.Key, rows.First().Value.PersonId ?? "", [.. rows])
            : new WrittenMessage(string.Join('/', parts[1..^2]), parts[^1], [.. rows]);
    }

    private static MessageFate FateOf(Notice notice) => notice.State switch
    {
        NoticeState.Delivered => MessageFate.Delivered,
        NoticeState.Sent => MessageFate.Sent,
        NoticeState.Due or NoticeState.Sending => MessageFate.Waiting,
        NoticeState.Uncertain => MessageFate.Uncertain,
        NoticeState.Held => MessageFate.Held,
        NoticeState.Failed => MessageFate.Failed,
        _ => MessageFate.Dropped,
    };

    // the link of an SMS is made from its key
    private static Dictionary<string, string> Buttons(Notice notice) =>
        notice.Links.Where(link => link.Key != PersonNotices.SmsLink).ToDictionary(link => link.Key, link => $"{link.Value.Path} {link.Value.TokenId}");

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) => one.Count == other.Count && one.All(pair => other.GetValueOrDefault(pair.Key) == pair.Value);
}

/// <summary>What became of a message, from worst to best.</summary>
internal enum MessageFate
{
    /// <summary>Left out, with the reason on its row.</summary>
    Dropped,

    /// <summary>It does not arrive; a person is shown it.</summary>
    Failed,

    /// <summary>It waits for a person's word.</summary>
    Held,

    /// <summary>Nobody knows whether it went; a person is shown it.</summary>
    Uncertain,

    /// <summary>It waits for its moment.</summary>
    Waiting,

    /// <summary>The provider has it.</summary>
    Sent,

    /// <summary>The provider says that it arrived.</summary>
    Delivered,
}
