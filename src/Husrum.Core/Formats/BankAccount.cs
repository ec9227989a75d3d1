using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>
/// A Danish bank account: reg.nr. (exactly four digits, leading zeros included) and kontonr. (up to ten, padded with zeros on the left).
/// There is no check digit that holds for all banks, so only the form is checked (rules-and-sources.md 2.5).
/// </summary>
public sealed record BankAccount
{
    private BankAccount(string registrationNumber, string accountNumber) => (RegistrationNumber, AccountNumber) = (registrationNumber, accountNumber);

    /// <summary>Reg.nr., four digits. Personal data, with the account number.</summary>
    public string RegistrationNumber { get; }

    /// <summary>Kontonr., ten digits with zeros on the left. Personal data.</summary>
    public string AccountNumber { get; }

    /// <summary>The same account as an IBAN, 18 characters without spaces. Personal data.</summary>
    public string Iban => DanishIban.Of(RegistrationNumber, AccountNumber);

    /// <summary>As it may stand in an e-mail or on a page others see: reg.nr. and the last three digits, "0040 *******243".</summary>
    public string Masked => $"{RegistrationNumber} *******{AccountNumber[^3..]}";

    /// <summary>Reads both fields of a form. With problems in both, the reg.nr.'s is told; to tell each by its field, read them one by one.</summary>
    public static Reading<BankAccount> Read(string? registrationNumber, string? accountNumber)
    {
        var registration = ReadRegistrationNumber(registrationNumber);
        if (!registration.IsOk)
            return registration.Problem;
        var account = ReadAccountNumber(accountNumber);
        return account.IsOk ? new BankAccount(registration.Value, account.Value) : account.Problem;
    }

    /// <summary>Reads a reg.nr.; spaces, dots and hyphens do not count.</summary>
    /// <returns>Four digits.</returns>
    public static Reading<string> ReadRegistrationNumber(string? text)
    {
        var digits = TypedText.Plain(text).Without(" .-");
        return digits switch
        {
            "" => BankAccountProblems.RegistrationMissing,
            _ when LooksLikeIban(digits) => BankAccountProblems.IbanInstead,
            _ when !digits.IsDigits() => BankAccountProblems.RegistrationNotDigits,
            { Length: 3 } => BankAccountProblems.RegistrationThreeDigits,
            { Length: > 10 and <= 14 } => BankAccountProblems.BothInOneField,
            { Length: not 4 } => BankAccountProblems.RegistrationLength(digits.Length),
            "0000" => BankAccountProblems.RegistrationZero,
            _ => digits,
        };
    }

    /// <summary>Reads a kontonr.; spaces, dots and hyphens do not count.</summary>
    /// <returns>Ten digits.</returns>
    public static Reading<string> ReadAccountNumber(string? text)
    {
        var digits = TypedText.Plain(text).Without(" .-");
        return digits switch
        {
            "" => BankAccountProblems.AccountMissing,
            _ when LooksLikeIban(digits) => BankAccountProblems.IbanInstead,
            _ when !digits.IsDigits() => BankAccountProblems.AccountNotDigits,
            { Length: > 10 and <= 14 } => BankAccountProblems.BothInOneField,
            { Length: > 14 } => BankAccountProblems.AccountLength(digits.Length),
            _ when digits.All(digit => digit == '0') => BankAccountProblems.AccountZero,
            _ => digits.PadLeft(10, '0'),
        };
    }

    /// <summary>Masked: the account is personal data and must not reach a log by accident.</summary>
    public override string ToString() => Masked;

    private static bool LooksLikeIban(string text) => text.Length > 4 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiDigit(text[2]);
}
