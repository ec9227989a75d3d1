using System.Net.Security;
using System.Text;

namespace Husrum.Functions.Messages.Smtp;

/// <summary>One conversation with a mail server (RFC 5321, 6409, 3207, 4954): hands over one mail. It keeps book of how far it came, which is all that a failure leaves to judge by.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private static readonly byte[] EndMark = "\r\n.\r\n"u8.ToArray();

    private readonly SmtpOptions _options;
    private SmtpConnection _connection = null!;
    private SmtpReply _offers = null!;

    public SmtpSession(SmtpOptions options) => _options = options;

    /// <summary>The step it is at, or stopped at.</summary>
    public SmtpStep Step { get; private set; }

    /// <summary>Connects, encrypts, signs in.</summary>
    /// <exception cref="SmtpRefusedException">The server said no.</exception>
    /// <exception cref="IOException">There is no server, or it hung up.</exception>
    public async Task OpenAsync(RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        Step = SmtpStep.Connect;
        _connection = await SmtpConnection.OpenAsync(_options.Host, _options.Port, cancellation);
        if (_options.Security == SmtpSecurity.Tls)
            await EncryptAsync(trust, cancellation);
        await ExpectAsync(cancellation);
        await GreetAsync(cancellation);
        if (_options.Security == SmtpSecurity.StartTls)
        {
            Step = SmtpStep.Encrypt;
            if (_offers.Offer("STARTTLS") is null)
                throw new IOException("The server does not offer to encrypt.");
            await SayAsync("STARTTLS", cancellation);
            await EncryptAsync(trust, cancellation);
            await GreetAsync(cancellation);
        }

        Step = SmtpStep.SignIn;
        if (_options.User is not null)
            await SignInAsync(_options.User, _options.Password!, cancellation);
    }

    /// <summary>Names sender and recipient.</summary>
    public async Task AddressAsync(string from, string? to, CancellationToken cancellation)
    {
        Step = SmtpStep.Sender;
        await SayAsync($"MAIL FROM:<{from}>", cancellation);
        if (to is null)
            return;
        Step = SmtpStep.Recipient;
        await SayAsync($"RCPT TO:<{to}>", cancellation);
    }

    /// <summary>Hands over the text, all but its end.</summary>
    public async Task TextAsync(byte[] mail, CancellationToken cancellation)
    {
        Step = SmtpStep.Text;
        await SayAsync("DATA", cancellation);
        await _connection.WriteAsync(Stuffed(mail), cancellation);
        if (_connection.HasBrokenOff)
            throw new IOException("The server broke off.");
    }

    /// <summary>Ends the text. From here on the server may have the mail.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        Step = SmtpStep.End;
        await _connection.WriteAsync(EndMark, cancellation);
        await ExpectAsync(cancellation);
    }

    /// <summary>Takes leave. Nothing depends on it any more.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        try
        {
            await _connection.WriteLineAsync("QUIT", cancellation);
            await _connection.ReadAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // it has left already
        }
    }

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    // a line that begins with a dot gets another one; the mail ends in a line's end, which the end mark brings
    private static byte[] Stuffed(byte[] mail)
    {
        var text = new MemoryStream(mail.Length + 64);
        for (var i = 0; i < mail.Length; i++)
        {
            if (mail[i] == '.' && (i == 0 || mail[i - 1] == '\n'))
                text.WriteByte((byte)'.');
            text.WriteByte(mail[i]);
        }

        var bytes = text.ToArray();
        return bytes.AsSpan().EndsWith("\r\n"u8) ? bytes[..^2] : bytes;
    }

    private Task EncryptAsync(RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        Step = SmtpStep.Encrypt;
        return _connection.EncryptAsync(_options.Host, trust, cancellation);
    }

    private async Task GreetAsync(CancellationToken cancellation) => _offers = await SayAsync($"EHLO {_connection.OwnAddress}", cancellation);

    private async Task SignInAsync(string user, string password, CancellationToken cancellation)
    {
        var ways = (_offers.Offer("AUTH") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            await SayAsync("AUTH PLAIN " + Base64($"\0{user}\0{password}"), cancellation);
        }
        else if (ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            await SayAsync("AUTH LOGIN", cancellation);
            await SayAsync(Base64(user), cancellation);
            await SayAsync(Base64(password), cancellation);
        }
        else
        {
            throw new IOException("The server offers no way to sign in by name and password.");
        }
    }

    private async Task<SmtpReply> SayAsync(string line, CancellationToken cancellation)
    {
        await _connection.WriteLineAsync(line, cancellation);
        return await ExpectAsync(cancellation);
    }

    private async Task<SmtpReply> ExpectAsync(CancellationToken cancellation)
    {
        var reply = await _connection.ReadAsync(cancellation);
        return reply.IsGood ? reply : throw new SmtpRefusedException(Step, reply);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
