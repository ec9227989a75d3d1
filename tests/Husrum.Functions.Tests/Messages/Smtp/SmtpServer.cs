using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Husrum.Functions.Messages.Smtp;

namespace Husrum.Functions.Tests.Messages.Smtp;

/// <summary>A mail server on loopback: in clear, with STARTTLS or encrypted from the first byte; it signs people in, says no at any step, and dies where it is told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SmtpSecurity _security;
    private int _inside;

    public SmtpServer(SmtpSecurity security = SmtpSecurity.None)
    {
        _security = security;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Ways to sign in it offers once encrypted (or where nothing is).</summary>
    public string? Auth { get; set; }

    public (string User, string Password) Account { get; set; } = ("husrum", "pæn kode");

    /// <summary>An answer in the place of the usual one: to a verb (<c>CONNECT</c>, <c>EHLO</c>, …, <c>DATA</c>, <c>END</c>) in the n-th conversation (from 1). "" hangs up, "…" is silent.</summary>
    public Func<string, int, string?> Says { get; set; } = (_, _) => null;

    /// <summary>Offers STARTTLS.</summary>
    public bool Offers { get; set; } = true;

    /// <summary>Put into the clear behind the answer to STARTTLS, as somebody between would.</summary>
    public string Smuggled { get; set; } = "";

    /// <summary>A mail is taken even where the answer to its end is not heard.</summary>
    public bool TakesInSilence { get; set; } = true;

    public ConcurrentQueue<string> Mails { get; } = new();

    public ConcurrentQueue<string> Heard { get; } = new();

    public int Conversations;

    public int MostAtOnce;

    public SmtpOptions Options(string? user = null, string? password = null) => new("localhost", ((IPEndPoint)_listener.LocalEndpoint).Port, _security, user, password);

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task TalkAsync(TcpClient tcp)
    {
        using var _ = tcp;
        var number = Interlocked.Increment(ref Conversations);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        try
        {
            Stream stream = tcp.GetStream();
            if (_security == SmtpSecurity.Tls)
                stream = await EncryptAsync(stream);
            await new Conversation(this, number, stream, _stop.Token).RunAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private static async Task<Stream> EncryptAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(TestCertificate.Value);
        return encrypted;
    }

    private sealed class Conversation(SmtpServer server, int number, Stream stream, CancellationToken stop)
    {
        private Stream _stream = stream;
        private bool _isEncrypted = server._security == SmtpSecurity.Tls;
        private bool _isSignedIn;

        public async Task RunAsync()
        {
            await SayAsync("CONNECT", "220 mail.example ESMTP");
            while (await ReadAsync() is { } line)
            {
                server.Heard.Enqueue(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "QUIT")
                    return;
                await (verb switch
                {
                    "EHLO" => SayAsync(verb, Greeting()),
                    "STARTTLS" => StartTlsAsync(),
                    "AUTH" => SignInAsync(line),
                    "MAIL" => SayAsync(verb, server.Auth is null || _isSignedIn ? "250 2.1.0 Ok" : "530 5.7.0 Authentication required"),
                    "RCPT" => SayAsync(verb, "250 2.1.5 Ok"),
                    "DATA" => TakeAsync(),
                    _ => SayAsync(verb, "502 5.5.2 What?"),
                });
            }
        }

        private string Greeting()
        {
            var offers = new List<string> { "mail.example", "PIPELINING", "SIZE 10240000" };
            if (server._security == SmtpSecurity.StartTls && !_isEncrypted && server.Offers)
                offers.Add("STARTTLS");
            if (server.Auth is not null && (_isEncrypted || server._security == SmtpSecurity.None))
                offers.Add("AUTH " + server.Auth);
            return string.Join("\r\n", offers.Select((offer, i) => $"250{(i == offers.Count - 1 ? ' ' : '-')}{offer}"));
        }

        private async Task StartTlsAsync()
        {
            await SayAsync("STARTTLS", "220 2.0.0 Go ahead" + (server.Smuggled.Length > 0 ? "\r\n" + server.Smuggled : ""));
            _stream = await EncryptAsync(_stream);
            _isEncrypted = true;
        }

        private async Task SignInAsync(string line)
        {
            var (user, password) = ("", "");
            if (line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) && server.Auth!.Contains("PLAIN", StringComparison.Ordinal))
            {
                var parts = Text(line[11..]).Split('\0');
                (user, password) = (parts[1], parts[2]);
            }
            else if (line == "AUTH LOGIN" && server.Auth!.Contains("LOGIN", StringComparison.Ordinal))
            {
                await WriteAsync("334 VXNlcm5hbWU6\r\n");
                user = Text((await ReadAsync())!);
                await WriteAsync("334 UGFzc3dvcmQ6\r\n");
                password = Text((await ReadAsync())!);
            }

            _isSignedIn = (user, password) == server.Account;
            await SayAsync("AUTH", _isSignedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Authentication credentials invalid");
        }

        private async Task TakeAsync()
        {
            await SayAsync("DATA", "354 Go ahead");
            var mail = new StringBuilder();
            while (await ReadAsync() is { } line)
            {
                if (server.Says("TEXT", number) == "" && mail.Length > 100)
                    throw new IOException("dead");
                if (line != ".")
                {
                    mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
                    continue;
                }

                var answer = server.Says("END", number);
                if (answer is null || answer.StartsWith('2') || (answer is "" or "…" && server.TakesInSilence))
                    server.Mails.Enqueue(mail.ToString());
                await SayAsync("END", "250 2.0.0 Ok: queued");
                return;
            }
        }

        private async Task SayAsync(string verb, string usual)
        {
            var answer = server.Says(verb, number) ?? usual;
            if (answer.Length == 0)
                throw new IOException("dead");
            if (answer == "…")
                await Task.Delay(Timeout.Infinite, stop);
            await WriteAsync(answer + "\r\n");
        }

        private async Task WriteAsync(string text)
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
            await _stream.FlushAsync(stop);
        }

        private async Task<string?> ReadAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, stop) == 1)
            {
                if (one[0] == '\n')
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }

            return null;
        }

        private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
