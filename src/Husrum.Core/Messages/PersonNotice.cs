using Husrum.Core.People;

namespace Husrum.Core.Messages;

/// <summary>A message to one person, before it is known which way it goes. <see cref="PersonNotices"/> makes the outbox's rows of it.</summary>
public sealed record PersonNotice
{
    /// <summary>The case's id, the first part of its key.</summary>
    public required string CaseId { get; init; }

    /// <summary>The step of its key; a round in it where it can come again, also where it was taken back and comes again on the same date: <c>visit-reminder-2</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The date it is about.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>To whom; somebody with an e-mail address or a number for SMS.</summary>
    public required Reachable To { get; init; }

    /// <summary>Its name in the catalogue: the same for the e-mail and the SMS, each with a spec and texts of its own.</summary>
    public required string Template { get; init; }

    /// <summary>Which way it goes.</summary>
    public NoticeWay Way { get; init; }

    /// <summary>The values of the e-mail and of the SMS together; <c>name</c> (the reader's) is added. An SMS binds what its spec declares, and that is never confidential.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The e-mail's buttons, by name. The first is where the SMS's one link leads on to.</summary>
    public IReadOnlyList<(string Name, NoticeLink Link)> Links { get; init; } = [];

    /// <summary>The appointment that goes with the e-mail; an SMS has none.</summary>
    public CalendarEntry? Calendar { get; init; }

    /// <summary>When it should go, UTC: now, or a moment ahead. It goes inside the hours for messages (see <see cref="Calendar.SendWindow.Next(DateTimeOffset, DateTimeOffset?)"/>).</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>From this moment it is of no use, UTC: it rather goes earlier, and is dropped with a reason where it could not go before. Null = always useful.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>See <see cref="Notice.MustArrive"/>.</summary>
    public bool MustArrive { get; init; }

    /// <summary>True where the person has just asked for it: then it goes at its moment, at any hour.</summary>
    public bool AtOnce { get; init; }

    /// <summary>See <see cref="Notice.Group"/>.</summary>
    public string? Group { get; init; }

    /// <summary>See <see cref="Notice.IsRecruitment"/>.</summary>
    public bool IsRecruitment { get; init; }
}

/// <summary>Which way a message goes.</summary>
public enum NoticeWay
{
    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By SMS where the person has a number for it and has not said no; otherwise by e-mail. Where the SMS does not arrive, by e-mail too.</summary>
    SmsOrEmail,

    /// <summary>By e-mail, and by SMS besides where that can be: for what is asked a second time.</summary>
    EmailAndSms,
}
