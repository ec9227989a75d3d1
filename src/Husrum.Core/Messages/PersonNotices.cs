using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Messages;

/// <summary>Writes messages to people by the way they can be reached and have chosen.</summary>
/// <param name="register">Where they are written by activities.</param>
/// <param name="links">The links of SMS.</param>
/// <param name="organisation">Its senders say which numbers SMS go to.</param>
public sealed class PersonNotices(IRegister register, ShortLinks links, Organisation organisation)
{
    /// <summary>The name of the one link that every SMS has, <c>{{link:sms}}</c>: onward, and to no more SMS.</summary>
    public const string SmsLink = "sms";

    // an SMS is kept on phones for long
    private static readonly TimeSpan LinkOpenFor = TimeSpan.FromDays(730);

    /// <summary>
    /// Adds a message to the batch: a row for each channel it goes by, and the link of the SMS. Same case, step, date and person: same key; the batch is refused where it exists already.
    /// Nothing is added where it is recruitment and the person has not said yes to that, or where they have neither an address nor a number.
    /// </summary>
    public RegisterBatch Add(RegisterBatch batch, PersonNotice message)
    {
        foreach (var notice in Of(message))
        {
            Outbox.Add(batch, notice);
            if (notice.Channel == NoticeChannel.Sms)
            {
                var onward = message.Links.Count > 0 ? message.Links[0].Link : null;
                links.Issue(batch, notice.Links[SmsLink].TokenId!, message.CaseId, message.To.Person.Id, notice.Due + LinkOpenFor, onward?.Path, onward?.TokenId);
            }
        }

        return batch;
    }

    /// <summary>Writes those of the messages that do not exist yet by any channel. For activities, which may run twice, and between whose runs people may choose another way.</summary>
    /// <param name="partition">The case's partition.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task PutOnceAsync(string partition, IEnumerable<PersonNotice> messages, CancellationToken cancellation = default)
    {
        foreach (var message in messages)
        {
            if (await IsWrittenAsync(partition, message, cancellation))
                continue;
            var batch = Add(new RegisterBatch(partition), message);
            if (batch.Changes.Count > 0)
                await register.CommitAsync(batch, cancellation); // a conflict means that it has come meanwhile
        }
    }

    /// <summary>The rows a message becomes: none, one, or one for each channel.</summary>
    public IReadOnlyList<Notice> Of(PersonNotice message)
    {
        var (email, number) = (message.To.Email, message.Way == NoticeWay.Email ? null : SmsNumbers.Of(message.To, organisation.Senders));
        if (message.IsRecruitment && message.To.Choices.NewsSince is null)
            return [];
        var notices = new List<Notice>();
        if (email is not null && (number is null || message.Way == NoticeWay.EmailAndSms))
            notices.Add(Row(message, NoticeChannel.Email, email));
        if (number is null)
            return notices;
        var sms = Row(message, NoticeChannel.Sms, number);
        var link = new NoticeLink(ShortLinks.Page, Ids.Derive("sms", sms.Key));
        notices.Add(sms with
        {
            Links = new Dictionary<string, NoticeLink>(sms.Links) { [SmsLink] = link },
            Fallback = email is null ? null : new NoticeFallback(NoticeChannel.Email, email),
        });
        return notices;
    }

    /// <summary>Whether the message exists, by any channel and in any state.</summary>
    public async Task<bool> IsWrittenAsync(string partition, PersonNotice message, CancellationToken cancellation = default)
    {
        foreach (var channel in Enum.GetValues<NoticeChannel>())
        {
            if (await register.GetAsync<Notice>(partition, Outbox.RowOf(KeyOf(message, channel)), cancellation) is not null)
                return true;
        }

        return false;
    }

    private static Notice Row(PersonNotice message, NoticeChannel channel, string to)
    {
        var buttons = new Dictionary<string, NoticeLink>();
        foreach (var (name, link) in message.Links)
            buttons[name] = link;
        return new Notice
        {
            Key = KeyOf(message, channel),
            Channel = channel,
            Template = message.Template,
            Language = message.To.Person.Language,
            To = to,
            Fields = new Dictionary<string, string>(message.Fields) { ["name"] = message.To.Person.Name },
            Links = buttons,
            Calendar = message.Calendar,
            Due = message.AtOnce ? message.Due : SendWindow.Next(message.Due, message.UsefulUntil),
            UsefulUntil = message.UsefulUntil,
            MustArrive = message.MustArrive,
            PersonId = message.To.Person.Id,
            Group = message.Group,
            IsRecruitment = message.IsRecruitment,
        };
    }

    private static string KeyOf(PersonNotice message, NoticeChannel channel) => NoticeKey.For(message.CaseId, message.Step, message.Date, message.To.Person.Id, channel);
}
