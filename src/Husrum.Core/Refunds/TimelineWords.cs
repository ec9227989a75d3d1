using Husrum.Core.Language;

namespace Husrum.Core.Refunds;

/// <summary>The words a timeline is written in, and the sentences people read.</summary>
public static class TimelineWords
{
    internal const string Received = "received";
    internal const string Asked = "asked";
    internal const string AskedSecond = "asked-second";
    internal const string AskedToComplete = "asked-to-complete";
    internal const string NobodyToAsk = "nobody-to-ask";
    internal const string Reminded = "reminded";
    internal const string Escalated = "escalated";
    internal const string Stuck = "stuck";
    internal const string FirstApproved = "first-approved";
    internal const string Approved = "approved";
    internal const string Returned = "returned";
    internal const string Completed = "completed";
    internal const string Rejected = "rejected";
    internal const string Withdrawn = "withdrawn";
    internal const string Lapsed = "lapsed";
    internal const string TreasurerReminded = "treasurer-reminded";
    internal const string Listed = "listed";
    internal const string Unlisted = "unlisted";
    internal const string Paid = "paid";
    internal const string TakenBack = "taken-back";
    internal const string AccountCorrected = "account-corrected";
    internal const string Restarted = "restarted";

    private static readonly Dictionary<string, Bilingual> Sentences = new(StringComparer.Ordinal)
    {
        [Received] = new("Vi modtog udlægget.", "We received the claim."),
        [Asked] = new("Afdelingen blev spurgt, om den kan godkende udlægget.", "The department was asked whether it can approve the claim."),
        [AskedSecond] = new("Beløbet skal godkendes af to. Nummer to blev spurgt.", "The amount needs two approvals. The second person was asked."),
        [AskedToComplete] = new("Du blev bedt om at sende mere.", "You were asked for more."),
        [NobodyToAsk] = new("Der var ingen, der måtte godkende. Vi har sagt det til dem, der kan rette op på det.", "There was nobody who was allowed to approve it. We have told those who can put that right."),
        [Reminded] = new("Der blev sendt en påmindelse.", "A reminder was sent."),
        [Escalated] = new("Den næste i rækken blev spurgt.", "The next person in line was asked."),
        [Stuck] = new("Vi sagde til de ansvarlige, at udlægget har ventet længe.", "We told those responsible that the claim has been waiting a long time."),
        [FirstApproved] = new("Godkendt af den første.", "Approved by the first person."),
        [Approved] = new("Godkendt.", "Approved."),
        [Returned] = new("Sendt tilbage, fordi der mangler noget.", "Sent back because something is missing."),
        [Completed] = new("Udlægget blev sendt igen med det, der manglede.", "The claim was sent again with what was missing."),
        [Rejected] = new("Afvist.", "Turned down."),
        [Withdrawn] = new("Trukket tilbage.", "Withdrawn."),
        [Lapsed] = new("Lukket, fordi vi ikke hørte mere. Du kan sende et nyt udlæg.", "Closed, because we heard no more. You can send a new claim."),
        [TreasurerReminded] = new("Kassereren blev mindet om at betale.", "The treasurer was reminded to pay."),
        [Listed] = new("Kassereren har sat udlægget på en betalingsliste.", "The treasurer put the claim on a payment list."),
        [Unlisted] = new("Taget af betalingslisten igen.", "Taken off the payment list again."),
        [Paid] = new("Pengene er sendt.", "The money was sent."),
        [TakenBack] = new("Betalingen blev taget tilbage.", "The payment was taken back."),
        [AccountCorrected] = new("Du rettede kontonummeret.", "You corrected the account number."),
        [Restarted] = new("Udlægget blev sat i gang igen.", "The claim was started again."),
    };

    /// <summary>All the words there are.</summary>
    public static IEnumerable<string> All => Sentences.Keys;

    /// <summary>The sentence; the word itself where a newer program wrote it.</summary>
    public static Bilingual Of(string word) => Sentences.TryGetValue(word, out var sentence) ? sentence : new Bilingual(word, word);
}
