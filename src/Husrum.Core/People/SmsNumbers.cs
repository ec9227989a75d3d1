using Husrum.Core.Formats;
using Husrum.Core.Organisations;

namespace Husrum.Core.People;

/// <summary>Which numbers an SMS goes to, and in whose name. Whoever gets none gets an e-mail: that is an outcome, no error.</summary>
public static class SmsNumbers
{
    /// <summary>The number for SMS to a person; null where they have none that takes them (70, 80 and 90, other countries, what is no number), or want none.</summary>
    public static string? Of(Reachable person, Senders senders) =>
        person is { Phone: { } phone, Choices.NoSmsSince: null } && SenderFor(phone, senders) is not null ? phone : null;

    /// <summary>Whom an SMS comes from at this number, or null where SMS do not go.</summary>
    public static string? SenderFor(string number, Senders senders)
    {
        if (PhoneNumber.Read(number) is not { IsOk: true, Value: var phone })
            return null;
        return phone.Kind == PhoneKind.Foreign
            ? senders.SmsAbroad.Where(abroad => phone.E164.StartsWith(abroad.Prefix, StringComparison.Ordinal)).MaxBy(abroad => abroad.Prefix.Length)?.Sender
            : phone.IsSmsTarget ? senders.Sms : null;
    }
}
