using Husrum.Core.Calendar;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>
/// Mails the link of a draft to the two who fill it in: the referrer and the first parent, or the contact person of a placement where no parent need take part (rules-and-sources.md 1.7, R3).
/// Anybody can have typed the addresses: the mail says nothing of the draft, goes once a day to an address, and to a few addresses only.
/// </summary>
public sealed class ReferralDraftMail(IRegister register, PersonalLinks links, TimeProvider time)
{
    /// <summary>So many mails a draft sends in its life.</summary>
    public const int Most = 10;

    internal const string Template = "referral-draft";

    /// <summary>What it binds.</summary>
    public static TemplateSpec Spec { get; } = new(Template, NoticeChannel.Email, [], [new TemplateLink("draft")]);

    /// <summary>Sends it.</summary>
    /// <param name="token">The draft's link.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What is wrong, field by field; empty where it is on its way; null where the link does not work.</returns>
    public async Task<IReadOnlyList<FieldProblem>?> SendAsync(string? token, CancellationToken cancellation = default)
    {
        if (await links.ResolveAsync(token, LinkPurpose.Draft, cancellation) is not { } link || await register.GetAsync<ReferralDraft>(link.Partition, ReferralDraft.Row, cancellation) is not { Value: var draft })
            return null;
        var problems = new List<FieldProblem>();
        var notices = new List<Notice>();
        foreach (var (field, language) in Readers(draft).Where(reader => draft.Text(reader.Field).Trim().Length > 0))
        {
            var address = Email.Read(draft.Text(field));
            if (address.IsOk)
                notices.Add(Mail(link.Partition, link.Value.CaseId, address.Value.Value, language));
            else
                problems.Add(FieldProblem.At(field, address.Problem));
        }

        if (problems.Count == 0 && notices.Count == 0)
            problems.Add(new("referrerEmail", "Skriv mailadressen på den, linket skal sendes til.", "Please write the e-mail address that the link should go to."));
        if (problems.Count == 0 && await WrittenAsync(link.Partition, cancellation) is var written && written.Union(notices.Select(notice => notice.Key)).Count() > Most)
            problems.Add(new("", "Linket er sendt så mange gange, som det kan. Kopiér i stedet sidens adresse.", "The link has been sent as often as it can. Please copy the address of this page instead."));
        if (problems.Count == 0)
            await Outbox.PutOnceAsync(register, link.Partition, notices, cancellation);
        return problems;
    }

    private static IEnumerable<(string Field, string Language)> Readers(ReferralDraft draft)
    {
        yield return ("referrerEmail", Languages.Danish);
        if (ReferralFields.Living.TryGetValue(draft.Text("living"), out var living) && ConsentRule.IsExempt(living))
            yield return ("placementEmail", Languages.Danish);
        else
            yield return (ReferralFields.Guardian(1, "Email"), Languages.Of(draft.Text(ReferralFields.Guardian(1, "Language"))));
    }

    private Notice Mail(string partition, string id, string address, string language)
    {
        var now = time.GetUtcNow();
        return new Notice
        {
            Key = NoticeKey.For(id, "draft-link", WallTime.LocalDate(now), Ids.Derive("draft-reader", partition, EmailKey(address)), NoticeChannel.Email),
            Channel = NoticeChannel.Email,
            Template = Template,
            Language = language,
            To = address,
            Links = new Dictionary<string, NoticeLink> { ["draft"] = new(ReferralDrafts.PageIn(language), id) },
            Due = now, // somebody has just asked for it
        };
    }

    private async Task<IReadOnlyList<string>> WrittenAsync(string partition, CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (var notice in register.QueryAsync<Notice>(partition, Outbox.RowPrefix, cancellation: cancellation))
            keys.Add(notice.Value.Key);
        return keys;
    }

    private static string EmailKey(string address) => People.EmailKey.Normal(address);
}
