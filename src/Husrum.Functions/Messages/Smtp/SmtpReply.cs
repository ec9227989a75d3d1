namespace Husrum.Functions.Messages.Smtp;

/// <summary>A server's answer: a code, and lines for people.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>2xx or 3xx: go on.</summary>
    public bool IsGood => Code is >= 200 and < 400;

    /// <summary>5xx: never in this way.</summary>
    public bool IsForGood => Code >= 500;

    /// <summary>The finer code of RFC 3463, such as 5.1.1, where the answer begins with one.</summary>
    public string? Detail => Lines.Count > 0 && Lines[0].Split(' ')[0] is { Length: >= 5 and <= 11 } first && first.Split('.') is { Length: 3 } parts && parts.All(part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit)) ? first : null;

    /// <summary>What an EHLO offers under a name: the words after it; null where it is not offered.</summary>
    public string? Offer(string name) => Lines.Skip(1)
        .FirstOrDefault(line => line.Equals(name, StringComparison.OrdinalIgnoreCase) || line.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) || line.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[name.Length..].Trim(' ', '=');

    /// <summary>The codes alone: the words may quote an address.</summary>
    public override string ToString() => Detail is null ? $"{Code}" : $"{Code} {Detail}";
}

/// <summary>The server said no, at a step.</summary>
internal sealed class SmtpRefusedException(SmtpStep step, SmtpReply reply) : Exception($"smtp: {step} {reply}")
{
    public SmtpStep Step { get; } = step;

    public SmtpReply Reply { get; } = reply;
}

/// <summary>The steps of handing over a mail, in their order.</summary>
internal enum SmtpStep
{
    /// <summary>Connecting and the greeting.</summary>
    Connect,

    /// <summary>Encrypting.</summary>
    Encrypt,

    /// <summary>Signing in.</summary>
    SignIn,

    /// <summary>MAIL FROM.</summary>
    Sender,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA and the text, up to the end mark: a server that does not see the mark has no mail.</summary>
    Text,

    /// <summary>From the end mark on: who does not hear the answer does not know.</summary>
    End,
}
