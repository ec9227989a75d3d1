using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>
/// The amount an approver types to show that a person has read it (a mail scanner that follows links cannot).
/// People drop the øre or round them, so all three count: the amount itself, its whole kroner, and those rounded to the nearest.
/// </summary>
public static class WholeKroner
{
    /// <summary>Compares what was typed with the amount to be approved.</summary>
    /// <param name="typed">As typed, in any of the ways <see cref="Kroner.Read"/> takes; "1,234" is not asked about here, where the amount settles it.</param>
    /// <param name="amount">The amount to approve.</param>
    /// <returns>Null when they agree, otherwise what to tell the person.</returns>
    public static Bilingual? Problem(string? typed, Kroner amount)
    {
        var plain = TypedText.Plain(typed);
        if (plain.Length == 0)
            return new("Skriv beløbet i hele kroner for at godkende.", "Please type the amount in whole kroner to approve.");
        var floor = amount.Oere / 100;
        var rounded = (amount.Oere + 50) / 100;
        // Below one krone the whole kroner are 0, which is no amount but what there is to type.
        if (plain.Trim('0').Length == 0)
            return floor == 0 ? null : Differs;
        var reading = Kroner.Read(plain);
        if (!reading.IsOk && plain.Contains(',', StringComparison.Ordinal))
            reading = Kroner.Read(plain.Without(","));
        return reading.IsOk && (reading.Value == amount || reading.Value.Oere == floor * 100 || reading.Value.Oere == rounded * 100) ? null : Differs;
    }

    private static Bilingual Differs { get; } = new(
        "Det er ikke det beløb, der står på udlægget. Læs beløbet igen, og skriv det i hele kroner.",
        "That is not the amount on the claim. Please read the amount again and type it in whole kroner.");
}
