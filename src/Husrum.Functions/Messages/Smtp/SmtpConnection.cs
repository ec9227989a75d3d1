using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Husrum.Functions.Messages.Smtp;

/// <summary>Lines to and from a mail server.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestLine = 4_096;
    private const int MostLines = 128;

    private readonly TcpClient _tcp;
    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream;
    private int _from;
    private int _to;

    private SmtpConnection(TcpClient tcp) => (_tcp, _stream) = (tcp, tcp.GetStream());

    /// <summary>This end, as EHLO wants it from a machine that has no name of its own.</summary>
    public string OwnAddress
    {
        get
        {
            var address = ((IPEndPoint)_tcp.Client.LocalEndPoint!).Address;
            var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return plain.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(plain.GetAddressBytes())}]" : $"[{plain}]";
        }
    }

    public static async Task<SmtpConnection> OpenAsync(string host, int port, CancellationToken cancellation)
    {
        var tcp = new TcpClient { NoDelay = true };
        try
        {
            await tcp.ConnectAsync(host, port, cancellation);
            return new SmtpConnection(tcp);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    /// <summary>Encrypts what follows. What came in clear before counts for nothing: somebody between could have put it there.</summary>
    public async Task EncryptAsync(string host, RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        if (_from != _to)
            throw new IOException("The server spoke before the connection was encrypted.");
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = trust }, cancellation);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await _stream.WriteAsync(bytes, cancellation);
        await _stream.FlushAsync(cancellation);
    }

    public Task WriteLineAsync(string line, CancellationToken cancellation) => line.Any(char.IsControl)
        ? throw new ArgumentException("A line holds no control character.", nameof(line))
        : WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);

    /// <summary>One answer, of one line or several.</summary>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line[..3], System.Globalization.NumberStyles.None, null, out var code) || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new IOException("The server does not speak SMTP.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(code, lines);
        }

        throw new IOException("The server's answer does not end.");
    }

    /// <summary>True where the server has said something nobody asked for, or hung up.</summary>
    public bool HasBrokenOff => _from != _to || _tcp.Client.Poll(0, SelectMode.SelectRead);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _from, _to - _from);
            if (end >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _from, end - _from).TrimEnd('\r');
                _from = end + 1;
                return line;
            }

            Buffer.BlockCopy(_buffer, _from, _buffer, 0, _to - _from);
            (_from, _to) = (0, _to - _from);
            if (_to == _buffer.Length)
                throw new IOException("The server's line does not end.");
            var read = await _stream.ReadAsync(_buffer.AsMemory(_to), cancellation);
            if (read == 0)
                throw new IOException("The server hung up.");
            _to += read;
        }
    }
}
