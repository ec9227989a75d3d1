using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.People;

namespace Husrum.Core.Refunds.Messages;

/// <summary>Makes the process's messages. Same case, step, date and recipient: same key, so the same message.</summary>
internal static class RefundNotices
{
    /// <summary>To the claimant, at the address and in the language of the claim, with the link to their page.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="template">The text.</param>
    /// <param name="step">The step, with a round where it can come again.</param>
    /// <param name="date">Local date it is about.</param>
    /// <param name="due">UTC.</param>
    /// <param name="reason">Bound where the text gives one.</param>
    public static Notice ToClaimant(ExpenseClaim claim, string template, string step, DateOnly date, DateTimeOffset due, string? reason = null)
    {
        var fields = new Dictionary<string, string> { ["name"] = claim.Content.Name, ["purpose"] = claim.Content.Purpose };
        if (reason is not null)
            fields["reason"] = reason;
        return To(claim, RefundPeople.Claimant(claim), template, step, date, due, fields,
            ("status", new NoticeLink(RefundLinks.StatusPage, RefundLinks.StatusTokenId(claim.Id))),
            ("again", new NoticeLink(RefundLinks.FormPage(claim.Content.Language))));
    }

    /// <summary>To anyone, by e-mail, at the next moment inside the hours for messages.</summary>
    public static Notice To(
        ExpenseClaim claim,
        Reachable person,
        string template,
        string step,
        DateOnly date,
        DateTimeOffset due,
        Dictionary<string, string> fields,
        params (string Name, NoticeLink Link)[] links)
    {
        fields.TryAdd("name", person.Person.Name);
        return new Notice
        {
            Key = NoticeKey.For(claim.Id, step, date, person.Person.Id, NoticeChannel.Email),
            Channel = NoticeChannel.Email,
            Template = template,
            Language = person.Person.Language,
            To = person.Email ?? throw new InvalidOperationException("Somebody without an address was to be written to."),
            Fields = fields,
            Links = links.ToDictionary(named => named.Name, named => named.Link),
            Due = SendWindow.Next(due),
        };
    }
}
