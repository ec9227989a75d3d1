using System.Text;
using System.Text.RegularExpressions;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Functions.Messages;
using Husrum.Functions.Messages.Smtp;

namespace Husrum.Functions.Tests.Messages.Smtp;

public sealed partial class MimeTests
{
    private static readonly Organisation Ours = DefaultOrganisation.Value with { Name = "Foreningen Håb", Senders = new Senders("noreply@husrum.example", "Håb \"og\" hygge", "HUSRUM") };

    private static readonly OutgoingMessage Message = new(
        "u-1/approve/2026-08-31/p-1/email",
        NoticeChannel.Email,
        "mette@post.example",
        new RenderedMessage("Udlæg: kvitteringen for æblekagen på Ærø er godkendt, og pengene er på vej 🍏 til dig", "Kære Åse\n\nTak!  \n.\n..prik\nhttps://husrum.example/status?t=abc=def\n" + new string('x', 300), "<p>Kære Åse = 1</p>\n"))
    {
        FirstTried = new DateTimeOffset(2026, 8, 31, 8, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Text_and_HTML_read_as_they_were_written()
    {
        var parts = Parts(Encoding.ASCII.GetString(Mime.Write(Message, Ours)));
        parts.Select(part => part.Type).ShouldBe(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
        parts[0].Text.ShouldBe(Message.Body.Text.ReplaceLineEndings("\r\n"));
        parts[1].Text.ShouldBe(Message.Body.Html!.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void An_appointment_is_attached_and_the_text_stays_as_it_was()
    {
        var entry = new CalendarEntry("v-1", Message.FirstTried, Message.FirstTried.AddHours(1), "Samtale på Ærø", new string('ø', 60), 1).Write("Håb", Message.FirstTried);
        var mail = Encoding.ASCII.GetString(Mime.Write(Message with { Body = Message.Body with { Calendar = entry } }, Ours));
        mail.ShouldAllBe(c => c == '\r' || c == '\n' || (c >= ' ' && c <= '~'));
        mail.ShouldContain("Content-Type: multipart/mixed;");
        mail.ShouldContain("filename=\"aftale.ics\"");
        var attached = mail[(mail.IndexOf("aftale.ics\"\r\n\r\n", StringComparison.Ordinal) + 15)..];
        Encoding.UTF8.GetString(Convert.FromBase64String(attached[..attached.IndexOf("\r\n--", StringComparison.Ordinal)])).ShouldBe(entry);
        mail.ShouldContain("multipart/alternative");
    }

    [Fact]
    public void Headers_are_seven_bits_wide_short_and_read_as_they_were_written()
    {
        var mail = Encoding.ASCII.GetString(Mime.Write(Message, Ours));
        mail.ShouldAllBe(c => c == '\r' || c == '\n' || (c >= ' ' && c <= '~'));
        mail.Split("\r\n").Max(line => line.Length).ShouldBeLessThanOrEqualTo(76);
        mail.Replace("\r\n", "").ShouldNotContain("\n");
        Header(mail, "Subject").ShouldBe(Message.Body.Subject);
        Header(mail, "From").ShouldBe("Håb \"og\" hygge <noreply@husrum.example>");
        Header(mail, "Reply-To").ShouldBe("Foreningen Håb <kontakt@husrum.example>");
        Header(mail, "To").ShouldBe("<mette@post.example>");
        Header(mail, "Date").ShouldBe("Mon, 31 Aug 2026 08:00:00 +0000");
        Header(mail, "Auto-Submitted").ShouldBe("auto-generated");
    }

    [Fact]
    public void The_same_message_is_the_same_bytes_and_bears_a_name_made_from_its_key()
    {
        Mime.Write(Message, Ours).ShouldBe(Mime.Write(Message with { IsRepeat = true }, Ours));
        Header(Encoding.ASCII.GetString(Mime.Write(Message, Ours)), "Message-ID").ShouldBe($"<{NoticeId.Of(Message.Key, 0):N}@husrum.example>");
    }

    [Theory]
    [InlineData("Tak\r\nBcc: alle@post.example", "Tak  Bcc: alle@post.example")]
    [InlineData("=?utf-8?Q?snyd?=", "=?utf-8?Q?snyd?=")]
    [InlineData("Hej", "Hej")]
    public void A_subject_cannot_become_a_header_or_a_riddle(string subject, string read) =>
        Header(Encoding.ASCII.GetString(Mime.Write(Message with { Body = Message.Body with { Subject = subject } }, Ours)), "Subject").ShouldBe(read);

    [Theory]
    [InlineData("", "")]
    [InlineData("a ", "a=20")]
    [InlineData("a\t", "a=09")]
    [InlineData("a = b", "a =3D b")]
    [InlineData("å", "=C3=A5")]
    [InlineData("a\nb", "a\r\nb")]
    public void Bodies_follow_the_rules_of_quoted_printable(string text, string encoded) => MimeText.QuotedPrintable(text).ShouldBe(encoded);

    [Fact]
    public async Task Lines_that_are_a_dot_or_begin_with_one_come_through()
    {
        await using var server = new SmtpServer();
        using var provider = new SmtpProvider(server.Options(), Ours);
        (await provider.SendAsync(Message, TestContext.Current.CancellationToken)).Outcome.ShouldBe(SendOutcome.Sent);
        server.Mails.Single().ShouldBe(Encoding.ASCII.GetString(Mime.Write(Message, Ours)));
    }

    private static string Header(string mail, string name)
    {
        var raw = Regex.Match(mail, $@"^{name}: (.*?)\r\n(?! )", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        var unfolded = Between().Replace(raw, "").Replace("\r\n ", " ");
        var read = Word().Replace(unfolded, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));
        return read.StartsWith('"') ? read[1..].Replace("\" <", " <") : read;
    }

    private static List<(string Type, string Text)> Parts(string mail)
    {
        var boundary = Regex.Match(mail, "boundary=\"([^\"]+)\"").Groups[1].Value;
        return [.. mail.Split("--" + boundary)[1..^1].Select(part =>
        {
            var (head, body) = (part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)], part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^2]);
            head.ShouldContain("Content-Transfer-Encoding: quoted-printable");
            var octets = Soft().Replace(body, "");
            var bytes = Octet().Replace(octets, octet => ((char)Convert.ToByte(octet.Groups[1].Value, 16)).ToString());
            return (Regex.Match(head, "Content-Type: (.*)\r\n").Groups[1].Value, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)));
        })];
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\?=)\r\n (?==\?)")]
    private static partial Regex Between();

    [GeneratedRegex("=\r\n")]
    private static partial Regex Soft();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Octet();
}
