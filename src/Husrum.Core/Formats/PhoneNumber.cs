using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>What kind of number it is.</summary>
public enum PhoneKind
{
    /// <summary>An ordinary Danish number, mobile or landline: the ranges do not tell which.</summary>
    Danish,

    /// <summary>A Danish service number (70, 80, 90): answered by an organisation.</summary>
    DanishService,

    /// <summary>A number of another country; also the Faroes (+298) and Greenland (+299), which have plans of their own.</summary>
    Foreign,
}

/// <summary>
/// A phone number, kept as E.164. The Danish plan is closed: eight digits, the first 2 to 9, written "12 34 56 78" (rules-and-sources.md 2.6).
/// </summary>
public sealed record PhoneNumber
{
    private const string Separators = " -./()";

    private PhoneNumber(string e164, PhoneKind kind) => (E164, Kind) = (e164, kind);

    /// <summary>The number as providers want it: "+45" and eight digits, or another country's. Personal data.</summary>
    public string E164 { get; }

    /// <summary>What kind it is.</summary>
    public PhoneKind Kind { get; }

    /// <summary>
    /// Whether an SMS may be tried: ordinary Danish numbers only. Service numbers have no screen; other countries' numbers cost many times as much,
    /// and the form that takes them is open to all. Those people are written to by e-mail.
    /// </summary>
    public bool IsSmsTarget => Kind == PhoneKind.Danish;

    /// <summary>As people write it: "12 34 56 78", or "+298 …" as it is for other countries. Personal data.</summary>
    public string Display => Kind == PhoneKind.Foreign ? E164 : $"{E164[3..5]} {E164[5..7]} {E164[7..9]} {E164[9..11]}";

    /// <summary>Reads what a person typed: "12 34 56 78", "+45 1234 5678", "0045…", "4512345678", or another country's number with + or 00.</summary>
    public static Reading<PhoneNumber> Read(string? text)
    {
        var digits = TypedText.Plain(text).Without(Separators);
        if (digits.Length == 0)
            return PhoneProblems.Missing;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = "+" + digits[2..];
        var international = digits[0] == '+';
        var number = international ? digits[1..] : digits;
        if (!number.IsDigits())
            return PhoneProblems.NotDigits;
        if (international && !number.StartsWith("45", StringComparison.Ordinal))
            return number.Length is >= 7 and <= 15 && number[0] != '0' ? new PhoneNumber("+" + number, PhoneKind.Foreign) : PhoneProblems.NotInternational;
        // Without a plus, 45 is the country only where ten digits leave no other reading: 45 12 34 56 is a number in Denmark too.
        if (international || (number.Length == 10 && number.StartsWith("45", StringComparison.Ordinal)))
            number = number[2..];
        return ReadDanish(number);
    }

    /// <summary>The kind only: the number is personal data and must not reach a log by accident.</summary>
    public override string ToString() => $"phone number ({Kind})";

    private static Reading<PhoneNumber> ReadDanish(string number) => number switch
    {
        { Length: 3 } => PhoneProblems.Short,
        { Length: not 8 } => PhoneProblems.Length(number.Length),
        ['0' or '1', ..] => PhoneProblems.FirstDigit,
        ['7' or '8' or '9', '0', ..] => new PhoneNumber("+45" + number, PhoneKind.DanishService),
        _ => new PhoneNumber("+45" + number, PhoneKind.Danish),
    };
}
