using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Mailbox;

/// <summary>Where a message stands, in the same words on every page.</summary>
internal static class NoticeWords
{
    public static string State(string state, Tongue language) => state switch
    {
        "due" => language.Say("Venter", "Waiting"),
        "sending" => language.Say("På vej", "On its way"),
        "sent" => language.Say("Sendt", "Sent"),
        "delivered" => language.Say("Leveret", "Delivered"),
        "failed" => language.Say("Kunne ikke sendes", "Could not be sent"),
        "uncertain" => language.Say("Måske sendt", "Perhaps sent"),
        "held" => language.Say("Holdt tilbage", "Held back"),
        _ => language.Say("Ikke sendt", "Not sent"),
    };
}
