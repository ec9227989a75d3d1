using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>
/// An e-mail address of the kind people have: one @, a plain local part, a domain with a dot. Not all that RFC 5321 permits: what is refused here
/// is nearly always a slip, and whether an address works only a message can tell.
/// </summary>
public sealed record Email
{
    private Email(string value) => Value = value;

    /// <summary>Trimmed and in lower case; a domain with æ, ø or å as its ASCII form (xn--…). At most 254 characters. Personal data.</summary>
    public string Value { get; }

    /// <summary>Reads what a person typed.</summary>
    public static Reading<Email> Read(string? text)
    {
        var plain = TypedText.Plain(text).ToLowerInvariant();
        if (plain.StartsWith("mailto:", StringComparison.Ordinal))
            plain = plain["mailto:".Length..];
        var problem = EmailRules.Problem(plain, out var address);
        return problem is null ? new Email(address) : problem;
    }

    /// <summary>Nothing of the address: it is personal data and must not reach a log by accident.</summary>
    public override string ToString() => "e-mail address";
}
