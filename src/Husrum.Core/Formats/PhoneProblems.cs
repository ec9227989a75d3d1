using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>What can be wrong with a phone number.</summary>
internal static class PhoneProblems
{
    public static Bilingual Missing { get; } = new("Skriv et telefonnummer.", "Please write a phone number.");

    public static Bilingual NotDigits { get; } = new(
        "Et telefonnummer består af tal. Skriv for eksempel 12 34 56 78, eller +46 … hvis nummeret er fra et andet land.",
        "A phone number is made of digits. Write for example 12 34 56 78, or +46 … if it is from another country.");

    public static Bilingual NotInternational { get; } = new(
        "Nummeret begynder med +, men har ikke den rigtige længde. Skriv landekoden og hele nummeret, for eksempel +298 123456.",
        "The number begins with + but does not have the right length. Write the country code and the whole number, for example +298 123456.");

    public static Bilingual Short { get; } = new(
        "Trecifrede numre kan ikke bruges her. Skriv et almindeligt telefonnummer med otte cifre.",
        "Three-digit numbers cannot be used here. Please write an ordinary phone number of eight digits.");

    public static Bilingual FirstDigit { get; } = new(
        "Danske telefonnumre begynder ikke med 0 eller 1. Se efter, om der er en tastefejl.",
        "Danish phone numbers do not begin with 0 or 1. Please check for a typing mistake.");

    public static Bilingual Length(int digits) => new(
        $"Et dansk telefonnummer har otte cifre, og her er der {digits}. Er nummeret fra et andet land, så begynd med + og landekoden.",
        $"A Danish phone number has eight digits; this one has {digits}. If it is from another country, begin with + and the country code.");
}
