using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>What can be wrong with an e-mail address.</summary>
internal static class EmailProblems
{
    public static Bilingual Missing { get; } = new("Skriv din mailadresse.", "Please write your e-mail address.");

    public static Bilingual NoAt { get; } = new("Mailadressen mangler et @. Skriv for eksempel navn@eksempel.dk.", "The e-mail address lacks an @. Write for example name@example.com.");

    public static Bilingual Several { get; } = new("Der er mere end ét @. Skriv kun én mailadresse.", "There is more than one @. Please write one e-mail address only.");

    public static Bilingual Space { get; } = new("Der er et mellemrum inde i mailadressen.", "There is a space inside the e-mail address.");

    public static Bilingual NothingBefore { get; } = new("Der mangler noget foran @.", "Something is missing before the @.");

    public static Bilingual NothingAfter { get; } = new("Der mangler noget efter @.", "Something is missing after the @.");

    public static Bilingual Comma { get; } = new("Der står et komma, hvor der skulle være et punktum.", "There is a comma where a dot should be.");

    public static Bilingual Dots { get; } = new("Et punktum står forkert: det kan ikke stå først, sidst eller dobbelt.", "A dot is in the wrong place: it cannot be first, last or doubled.");

    public static Bilingual DanishLetters { get; } = new(
        "Foran @ kan der normalt ikke stå æ, ø, å eller bogstaver med accent. Skal det være ae, oe eller aa?",
        "Letters such as æ, ø, å or accented ones cannot normally stand before the @. Should it be ae, oe or aa?");

    public static Bilingual Character { get; } = new("Der er et tegn i mailadressen, som ikke kan bruges. Se efter, om der er en tastefejl.", "There is a character in the e-mail address that cannot be used. Please check for a typing mistake.");

    public static Bilingual TooLong { get; } = new("Mailadressen er for lang. Se efter, om den er rigtig.", "The e-mail address is too long. Please check that it is right.");

    public static Bilingual NoDot(string domain) => new(
        $"Der mangler noget efter “{domain}”, for eksempel .dk eller .com.",
        $"Something is missing after “{domain}”, for example .dk or .com.");
}
