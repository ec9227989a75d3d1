using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.SignIn;

/// <summary>Signing in by a link in one's mailbox: asked for, sent, used once.</summary>
internal sealed class SignInLinks(IRegister register, PersonDirectory people, StaffDirectory staff, PersonalLinks links, StaffSessions sessions, SignInThrottle throttle, TimeProvider time)
{
    /// <summary>The page the link enters by. Looking at it changes nothing; its button's POST signs in.</summary>
    public const string Path = "/log-ind";

    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Sends a link to the address if it is a staff member's. Whether it is cannot be told from the outside: same answer, same kind of work.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="client">Who asks: the caller's network address.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task RequestAsync(string email, string client, CancellationToken cancellation = default)
    {
        if (!throttle.Allows(email, client))
            return;
        var personId = await people.FindByEmailAsync(email, cancellation);
        var isStaff = personId is not null && await staff.GetAsync(personId, cancellation) is not null;
        var batch = isStaff ? await MessageAsync(personId!, cancellation) : new RegisterBatch("sign-in").Put("nobody", new AskedByNobody(time.GetUtcNow()));
        await register.CommitAsync(batch, cancellation);
    }

    /// <summary>A link's token for a staff member, to be handed over by other means than e-mail; null where they are none.</summary>
    public async Task<string?> IssueAsync(string email, CancellationToken cancellation = default)
    {
        if (await people.FindByEmailAsync(email, cancellation) is not { } personId || await staff.GetAsync(personId, cancellation) is null)
            return null;
        var batch = new RegisterBatch(Partitions.Person(personId));
        var link = Issue(batch, personId);
        return await register.CommitAsync(batch, cancellation) == CommitOutcome.Done ? links.TokenFor(LinkPurpose.SignIn, link.TokenId) : null;
    }

    /// <summary>True where the token would sign somebody in. Reads only.</summary>
    public async Task<bool> IsGoodAsync(string? token, CancellationToken cancellation = default) =>
        await links.ResolveAsync(token, LinkPurpose.SignIn, cancellation) is { Value.UsedAt: null };

    /// <summary>Uses up the link, and begins a session with it.</summary>
    /// <returns>Whom it signs in; null alike where it is wrong, expired or used, or they are no staff any more.</returns>
    public async Task<StaffTicket?> UseAsync(string? token, CancellationToken cancellation = default)
    {
        if (await links.ResolveAsync(token, LinkPurpose.SignIn, cancellation) is not { } link || await staff.GetAsync(link.Value.CaseId, cancellation) is not { } member)
            return null;
        var batch = new RegisterBatch(link.Partition);
        if (member.Value.Roles.Contains(StaffRole.Operator))
            batch.Index(OperatorHasEntered.Partition, OperatorHasEntered.Row, new OperatorHasEntered(time.GetUtcNow()));
        var sessionId = await sessions.BeginAsync(batch, cancellation);
        var isWon = PersonalLinks.Use(batch, link, link.Value.CaseId, time.GetUtcNow()) && await register.CommitAsync(batch, cancellation) == CommitOutcome.Done;
        return isWon ? new StaffTicket(link.Value.CaseId, sessionId, member.Value.SecurityStamp) : null;
    }

    /// <summary>False until the first operator has signed in: until then nobody else can let anybody in.</summary>
    public async Task<bool> HasOperatorEnteredAsync(CancellationToken cancellation) =>
        await register.GetAsync<OperatorHasEntered>(OperatorHasEntered.Partition, OperatorHasEntered.Row, cancellation) is not null;

    private async Task<RegisterBatch> MessageAsync(string personId, CancellationToken cancellation)
    {
        var to = (await people.ReachAsync(personId, cancellation))!;
        var now = time.GetUtcNow();
        var batch = new RegisterBatch(Partitions.Person(personId));
        var link = Issue(batch, personId);
        return Outbox.Add(batch, new Notice
        {
            Key = NoticeKey.For(personId, "sign-in-" + link.TokenId, DateOnly.FromDateTime(now.UtcDateTime), personId, NoticeChannel.Email),
            Channel = NoticeChannel.Email,
            Template = SignInMessages.SignIn,
            Language = to.Person.Language,
            To = to.Email!,
            Fields = new Dictionary<string, string> { ["name"] = to.Person.Name, ["minutes"] = Lifetime.TotalMinutes.ToString() },
            Links = new Dictionary<string, NoticeLink> { ["link"] = new(Path, link.TokenId) },
            Due = now, // asked for now: any hour
            UsefulUntil = link.Expires,
        });
    }

    private LinkRecord Issue(RegisterBatch batch, string personId) => links.Issue(batch, LinkPurpose.SignIn, personId, "sign-in", personId, time.GetUtcNow() + Lifetime);
}

/// <summary>Who signs in, their session, the stamp it stands on, and the account they signed in by; null for a link.</summary>
internal sealed record StaffTicket(string PersonId, string SessionId, string SecurityStamp, string? Account = null);

/// <summary>Written where a link was asked for an address that is nobody's: so that it takes as long as for somebody.</summary>
[RegisterRecord("asked-by-nobody", 1)]
internal sealed record AskedByNobody(DateTimeOffset Last);

/// <summary>Written when an operator signs in.</summary>
[RegisterRecord("operator-has-entered", 1)]
internal sealed record OperatorHasEntered(DateTimeOffset Last)
{
    public const string Partition = "first-start";

    public const string Row = "operator";
}
