using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Messages.Smtp;

/// <summary>
/// E-mail by the organisation's mail server. SMTP knows no keys: what breaks before the text's end mark was surely not taken, what breaks after it nobody can say,
/// and a person decides.
/// </summary>
internal sealed class SmtpProvider(SmtpOptions options, Organisation organisation, SmtpLimits? limits = null, RemoteCertificateValidationCallback? trust = null) : IMessageProvider, IDisposable
{
    private readonly SmtpLimits _limits = limits ?? new SmtpLimits();
    private readonly SemaphoreSlim _lines = new((limits ?? new SmtpLimits()).AtOnce);

    public ProviderPromise Promise(NoticeChannel channel) => ProviderPromise.Keyless with { Patience = _limits.UntilEnd + _limits.AfterEnd + TimeSpan.FromSeconds(5) };

    public void Dispose() => _lines.Dispose();

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.To.Any(c => c is <= ' ' or > '~' or '<' or '>'))
            return new SendResult(SendOutcome.Refused, "smtp: no address");
        using var early = new CancellationTokenSource(_limits.UntilEnd);
        try
        {
            await _lines.WaitAsync(early.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendResult(SendOutcome.NotTaken, "smtp: no line free");
        }

        await using var session = new SmtpSession(options);
        try
        {
            await HandOverAsync(session, message, early.Token);
            return new SendResult(SendOutcome.Sent);
        }
        catch (SmtpRefusedException e)
        {
            return new SendResult(IsForGood(e) ? SendOutcome.Refused : SendOutcome.NotTaken, e.Message);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return new SendResult(session.Step == SmtpStep.End ? SendOutcome.Unknown : SendOutcome.NotTaken, $"smtp: {session.Step} {e.GetType().Name}");
        }
        finally
        {
            _lines.Release();
        }
    }

    private async Task HandOverAsync(SmtpSession session, OutgoingMessage message, CancellationToken early)
    {
        var mail = Mime.Write(message, organisation);
        await session.OpenAsync(trust, early);
        await session.AddressAsync(organisation.Senders.Email, message.To, early);
        await session.TextAsync(mail, early);
        using var late = new CancellationTokenSource(_limits.AfterEnd);
        await session.EndAsync(late.Token);
        using var leave = new CancellationTokenSource(_limits.Leaving);
        await session.LeaveAsync(leave.Token);
    }

    // a "never" before the recipient is about what is set up (the password, the sender), not about this message: it waits until that is mended
    private static bool IsForGood(SmtpRefusedException refused) => refused.Reply.IsForGood && refused.Step >= SmtpStep.Recipient;
}

/// <summary>How long the mail server may take, and how much of it is used.</summary>
internal sealed record SmtpLimits
{
    /// <summary>For everything before the end mark, waiting for a free line included.</summary>
    public TimeSpan UntilEnd { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>For the answer to the end mark: a server may look at the mail before it takes it.</summary>
    public TimeSpan AfterEnd { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>For the goodbye.</summary>
    public TimeSpan Leaving { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Conversations at once; mail servers shut out who holds many.</summary>
    public int AtOnce { get; init; } = 4;
}
