using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Mailbox;

/// <summary>Why a message was not simply sent, in words for an operator. What a gateway says of itself is shown as it came.</summary>
internal static class ReasonWords
{
    public static string Of(string reason, Tongue language) => reason switch
    {
        NoticeReasons.PutBack => language.Say("En sikkerhedskopi er lagt tilbage, så beskeden er måske allerede sendt.", "A backup was put back, so the message may have been sent already."),
        NoticeReasons.Late => language.Say("Det blev for sent at sende den.", "It became too late to send it."),
        NoticeReasons.CutOff => language.Say("Programmet stoppede, mens den blev sendt.", "The program stopped while it was being sent."),
        NoticeReasons.Many => language.Say("Der er sendt mange til samme adresse i dag. De sidste er samlet i én besked.", "Many went to the same address today. The last ones were put together in one message."),
        NoticeReasons.LinkGone => language.Say("Et link i den findes ikke længere.", "A link in it no longer exists."),
        _ when reason.StartsWith(NoticeReasons.DroppedBy, StringComparison.Ordinal) => language.Say("En administrator har valgt ikke at sende den.", "An operator chose not to send it."),
        _ when reason.StartsWith(NoticeReasons.ArrivedBy, StringComparison.Ordinal) => language.Say("En administrator siger, at den er kommet frem.", "An operator says that it has arrived."),
        _ => reason,
    };
}
