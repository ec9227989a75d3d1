using Husrum.Core.Messages;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Mailbox;

/// <summary>Why a message was not simply sent, in words for staff. What a service says of itself is shown as it came.</summary>
internal static class ReasonWords
{
    public static string Of(string reason, Tongue language) => reason switch
    {
        NoticeReasons.PutBack => language.Say("En sikkerhedskopi er lagt tilbage, så beskeden er måske allerede sendt.", "A backup was put back, so the message may have been sent already."),
        NoticeReasons.Late => language.Say("Det blev for sent at sende den.", "It became too late to send it."),
        NoticeReasons.CutOff => language.Say("Programmet stoppede, mens den blev sendt.", "The program stopped while it was being sent."),
        NoticeReasons.Many => language.Say("Der er sendt mange til samme adresse i dag. De sidste er samlet i én besked.", "Many went to the same address today. The last ones were put together in one message."),
        NoticeReasons.TooLateToRepeat => language.Say("Ingen ved, om den blev sendt, og det er for sent at prøve igen uden at risikere at sende den to gange.", "Nobody knows whether it was sent, and it is too late to try again without the risk of sending it twice."),
        NoticeReasons.NoReport => language.Say("Den er sendt, men der er ikke kommet svar på, om den er nået frem.", "It was sent, but nobody has said whether it arrived."),
        NoticeReasons.NoSmsThere => language.Say("Der kan ikke sendes SMS til det nummer.", "Text messages do not go to that number."),
        NoticeReasons.NumberRefused => language.Say("Tjenesten tager ikke imod det nummer.", "The service does not take that number."),
        NoticeReasons.NoSmsWished => language.Say("Modtageren vil ikke have SMS.", "The recipient does not want text messages."),
        NoticeReasons.NoNewsWished => language.Say("Modtageren har ikke sagt ja til nyheder og opfordringer.", "The recipient has not said yes to news and requests for help."),
        NoticeGroups.TakenBack => language.Say("Det, den handler om, er flyttet eller aflyst.", "What it is about was moved or cancelled."),
        NoticeReasons.NoWay => language.Say("Der er ikke sat noget op til at sende den slags beskeder.", "Nothing is set up to send this kind of message."),
        _ when reason.EndsWith(NoticeReasons.PassedOn, StringComparison.Ordinal) => Of(reason[..^NoticeReasons.PassedOn.Length], language) + language.Say(" Den er sendt en anden vej i stedet.", " It goes another way instead."),
        _ when reason.StartsWith(NoticeReasons.Undelivered, StringComparison.Ordinal) => Undelivered(reason[NoticeReasons.Undelivered.Length..], language),
        NoticeReasons.LinkGone => language.Say("Et link i den findes ikke længere.", "A link in it no longer exists."),
        _ when reason.StartsWith(NoticeReasons.DroppedBy, StringComparison.Ordinal) => language.Say("En medarbejder har valgt ikke at sende den.", "A member of staff chose not to send it."),
        _ when reason.StartsWith(NoticeReasons.ArrivedBy, StringComparison.Ordinal) => language.Say("En medarbejder siger, at modtageren ved det.", "A member of staff says that the recipient knows."),
        _ => language.Say($"Tjenesten, der sender for os, svarede: {reason}.", $"The service that sends for us answered: {reason}."),
    };

    private static string Undelivered(string word, Tongue language) => word switch
    {
        "no-such-number" => language.Say("Den nåede ikke frem: nummeret findes ikke.", "It did not arrive: there is no such number."),
        "not-for-sms" => language.Say("Den nåede ikke frem: nummeret kan ikke få SMS. Det er måske en fastnettelefon.", "It did not arrive: the number cannot get text messages. It may be a landline."),
        "blocked" => language.Say("Den nåede ikke frem: teleselskabet har standset den.", "It did not arrive: the phone company stopped it."),
        "unreachable" or "too-late" => language.Say("Den nåede ikke frem: telefonen kunne ikke nås.", "It did not arrive: the phone could not be reached."),
        "opted-out" => language.Say("Den nåede ikke frem: modtageren har sagt nej tak til SMS.", "It did not arrive: the recipient has asked not to get text messages."),
        "bounced" => language.Say("Den nåede ikke frem: adressen tager ikke imod. Er den stavet rigtigt?", "It did not arrive: the address does not take it. Is it spelt right?"),
        "suppressed" => language.Say("Den blev ikke sendt: adressen har før afvist mails.", "It was not sent: the address has refused e-mails before."),
        "spam" => language.Say("Den nåede ikke frem: modtagerens mailserver opfattede den som spam.", "It did not arrive: the recipient's mail server took it for spam."),
        _ => language.Say("Den nåede ikke frem.", "It did not arrive."),
    };
}
