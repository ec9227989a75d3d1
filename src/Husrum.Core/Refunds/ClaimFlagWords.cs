using Husrum.Core.Calendar;
using Husrum.Core.Language;

namespace Husrum.Core.Refunds;

/// <summary>Flags in words for the approver.</summary>
public static class ClaimFlagWords
{
    /// <summary>One flag.</summary>
    public static Bilingual Of(ClaimFlag flag) => flag.Kind switch
    {
        ClaimFlagKind.SameReceipt => new(
            $"En af kvitteringerne er også brugt til et udlæg, der blev sendt den {Danish(flag)}.",
            $"One of the receipts was also used for a claim sent on {English(flag)}."),
        ClaimFlagKind.SameAmount => new(
            $"Et udlæg, der blev sendt den {Danish(flag)}, har samme beløb, dato og modtager.",
            $"A claim sent on {English(flag)} has the same amount, date and payee."),
        ClaimFlagKind.AccountChanged => new(
            "Kontoen er en anden end den, vi sidst sendte penge til. Ring til den, der har sendt udlægget, og spørg. Svar ikke bare på en mail.",
            "The account is not the one we last sent money to. Please call the person who sent the claim and ask. Do not just answer an e-mail."),
        ClaimFlagKind.ReceiptMissing => new(
            "Der mangler en kvittering, og der er skrevet en erklæring i stedet.",
            "A receipt is missing, and there is a statement instead."),
        ClaimFlagKind.OtherPayee => new(
            "Pengene skal udbetales til en anden end den, der har sendt udlægget.",
            "The money is to be paid to someone other than the person who sent the claim."),
        ClaimFlagKind.AccountCorrected => new(
            "Kontoen er rettet, efter at udlægget blev godkendt. Ring til den, der har sendt udlægget, og spørg, før du betaler. Svar ikke bare på en mail.",
            "The account was changed after the claim was approved. Please call the person who sent the claim and ask before you pay. Do not just answer an e-mail."),
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };

    /// <summary>All flags in a few sentences; where there are none, that is said.</summary>
    public static string Sentences(IReadOnlyList<ClaimFlag> flags, string language) => flags.Count == 0
        ? new Bilingual("Vi har ikke fundet noget, du skal kigge særligt efter.", "We have found nothing that needs a closer look.").In(language)
        : string.Join(' ', flags.Select(flag => Of(flag).In(language)));

    private static string Danish(ClaimFlag flag) => flag.Other is { } other ? DanishDates.Short(other.SentOn) : "?";

    private static string English(ClaimFlag flag) => flag.Other is { } other ? EnglishDates.Short(other.SentOn) : "?";
}
