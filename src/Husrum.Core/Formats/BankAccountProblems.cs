using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>What can be wrong with an account.</summary>
internal static class BankAccountProblems
{
    public static Bilingual RegistrationMissing { get; } = new("Skriv bankens reg.nr. (fire cifre).", "Please write the bank's reg. no. (four digits).");

    public static Bilingual RegistrationNotDigits { get; } = new(
        "Reg.nr. består kun af tal: fire cifre, for eksempel 0040.",
        "The reg. no. is made of digits only: four of them, for example 0040.");

    public static Bilingual RegistrationThreeDigits { get; } = new(
        "Reg.nr. har fire cifre, og her er der tre. Mangler der et 0 foran?",
        "A reg. no. has four digits; this one has three. Is a 0 missing in front?");

    public static Bilingual RegistrationZero { get; } = new("Der findes ingen bank med reg.nr. 0000. Se efter i din netbank.", "No bank has reg. no. 0000. Please look it up in your online bank.");

    public static Bilingual AccountMissing { get; } = new("Skriv kontonummeret (op til ti cifre).", "Please write the account number (up to ten digits).");

    public static Bilingual AccountNotDigits { get; } = new(
        "Kontonummeret består kun af tal. Mellemrum og bindestreger gør ikke noget.",
        "The account number is made of digits only. Spaces and hyphens do no harm.");

    public static Bilingual AccountZero { get; } = new("Kontonummeret kan ikke være lutter nuller.", "The account number cannot be all zeros.");

    public static Bilingual IbanInstead { get; } = new(
        "Det ligner et IBAN-nummer. Skriv reg.nr. og kontonr. hver for sig: i et dansk IBAN er de fire cifre efter DK og kontroltallet reg.nr., og de sidste ti er kontonr.",
        "This looks like an IBAN. Please write reg. no. and account no. separately: in a Danish IBAN the four digits after DK and the check digits are the reg. no., and the last ten are the account no.");

    public static Bilingual BothInOneField { get; } = new(
        "Det ligner reg.nr. og kontonr. i samme felt. Skriv de fire første cifre som reg.nr. og resten som kontonr.",
        "This looks like reg. no. and account no. in one field. Please write the first four digits as reg. no. and the rest as account no.");

    public static Bilingual RegistrationLength(int digits) => new(
        $"Reg.nr. har fire cifre, og her er der {digits}. Det står foran kontonummeret i din netbank.",
        $"A reg. no. has four digits; this has {digits}. It is in front of the account number in your online bank.");

    public static Bilingual AccountLength(int digits) => new(
        $"Et kontonummer har højst ti cifre, og her er der {digits}.",
        $"An account number has at most ten digits; this has {digits}.");
}
