using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>What can be wrong with an amount.</summary>
internal static class KronerProblems
{
    public static Bilingual Missing { get; } = new("Skriv beløbet i kroner, for eksempel 123,45.", "Please write the amount in kroner, for example 123.45.");

    public static Bilingual Unreadable { get; } = new(
        "Beløbet kan ikke læses. Skriv det med tal, for eksempel 123,45 eller 1.234,50.",
        "The amount cannot be read. Please write it in digits, for example 123.45 or 1,234.50.");

    public static Bilingual TooManyDecimals { get; } = new(
        "Et beløb har højst to decimaler. Skriv for eksempel 123,45.",
        "An amount has at most two decimals. Please write for example 123.45.");

    public static Bilingual NotPositive { get; } = new("Beløbet skal være større end 0.", "The amount must be greater than 0.");

    public static Bilingual TooLarge { get; } = new(
        $"Beløbet er meget stort. Det kan højst være {Kroner.Largest.Danish} Se efter, om der er en tastefejl.",
        $"That is a very large amount. It can be at most {Kroner.Largest.English}. Please check for a typing mistake.");

    public static Bilingual OtherCurrency { get; } = new(
        "Skriv beløbet i danske kroner. Har du betalt i en anden valuta, så brug det beløb, der blev trukket på din konto.",
        "Please write the amount in Danish kroner. If you paid in another currency, use the amount that was taken from your account.");

    public static Bilingual CommaAndThreeDigits(string typed)
    {
        var (whole, rest) = (typed[..typed.IndexOf(',', StringComparison.Ordinal)], typed[^3..]);
        return new(
            $"Vi er i tvivl: er det {whole}.{rest} kr. eller {whole},{rest[..2]} kr.? Skriv det med to decimaler, for eksempel {whole}{rest},00.",
            $"We are not sure: is it DKK {whole}{rest} or DKK {whole}.{rest[..2]}? Please write it with two decimals, for example {whole}{rest}.00.");
    }
}
