using System.Globalization;
using System.Text;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Messages.Smtp;

/// <summary>
/// A message as a mail (RFC 5322, 2045-2047): text and HTML side by side, seven bits throughout. The same message gives the same bytes; its Message-ID is made
/// from its key, so that a mail that came twice after all can be told for one.
/// No <c>List-Unsubscribe</c>: these are answers and questions in a matter one takes part in, not a list one is on.
/// </summary>
internal static class Mime
{
    public static byte[] Write(OutgoingMessage message, Organisation organisation)
    {
        var (senders, boundary) = (organisation.Senders, $"husrum-{message.Id:N}");
        var mail = new StringBuilder();
        mail.Append("Date: ").Append(message.FirstTried.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)).Append(" +0000\r\n");
        mail.Append("From: ").Append(Named(senders.EmailName, senders.Email)).Append("\r\n");
        mail.Append("Reply-To: ").Append(Named(organisation.Name, organisation.Mailbox)).Append("\r\n");
        mail.Append("To: <").Append(message.To).Append(">\r\n");
        mail.Append("Subject: ").Append(MimeText.Header(message.Body.Subject ?? organisation.Name)).Append("\r\n");
        mail.Append("Message-ID: <").Append(message.Id.ToString("N")).Append('@').Append(senders.Email[(senders.Email.IndexOf('@', StringComparison.Ordinal) + 1)..]).Append(">\r\n");
        mail.Append("Auto-Submitted: auto-generated\r\n"); // no holiday greeting comes back
        mail.Append("MIME-Version: 1.0\r\n");
        if (message.Body.Html is not { } html)
            return Encoding.ASCII.GetBytes(mail.Append(Part("plain", message.Body.Text)).ToString());
        var outer = "samlet-" + boundary;
        if (message.Body.Calendar is not null)
            mail.Append("Content-Type: multipart/mixed;\r\n boundary=\"").Append(outer).Append("\"\r\n\r\n").Append("--").Append(outer).Append("\r\n");
        mail.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        mail.Append("--").Append(boundary).Append("\r\n").Append(Part("plain", message.Body.Text));
        mail.Append("--").Append(boundary).Append("\r\n").Append(Part("html", html));
        mail.Append("--").Append(boundary).Append("--\r\n");
        if (message.Body.Calendar is { } calendar)
            mail.Append("--").Append(outer).Append("\r\n").Append(Attached(calendar)).Append("--").Append(outer).Append("--\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private static string Part(string kind, string text) =>
        $"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{MimeText.QuotedPrintable(text)}\r\n";

    // in base 64, because its line ends are its own
    private static string Attached(string calendar) =>
        $"Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"{CalendarFile}\"\r\n\r\n{string.Join("\r\n", Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar)).Chunk(76).Select(line => new string(line)))}\r\n";

    /// <summary>What an attached appointment is called.</summary>
    internal const string CalendarFile = "aftale.ics";

    private static string Named(string name, string address) => $"{MimeText.Phrase(name)}\r\n <{address}>";
}
