using Husrum.Core.Cases;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>A worry in words.</summary>
public static class WorryWords
{
    /// <summary>What it is about.</summary>
    public static Bilingual Of(WorryKind kind) => kind switch
    {
        WorryKind.Told => new("Noget, barnet har fortalt", "Something the child has told us"),
        WorryKind.Seen => new("Noget, vi har set", "Something we have seen"),
        WorryKind.Wellbeing => new("Hvordan barnet har det", "How the child is doing"),
        WorryKind.Ourselves => new("Noget mellem os og barnet eller i vores familie", "Something between us and the child or in our family"),
        _ => new("Noget andet", "Something else"),
    };

    /// <summary>Whether somebody was notified.</summary>
    public static Bilingual Of(Notification notification) => notification switch
    {
        Notification.ByFamily => new("Familien har selv underrettet kommunen", "The family has notified the municipality"),
        Notification.ByUs => new("Vi har underrettet kommunen", "We have notified the municipality"),
        Notification.WantsHelp => new("Familien vil gerne have hjælp til at underrette", "The family would like help to notify"),
        _ => new("Ingen har underrettet kommunen", "Nobody has notified the municipality"),
    };

    internal static IReadOnlyList<StepFact> Facts(Worry worry, string language) =>
    [
        new(new Bilingual("Det handler om", "It is about").In(language), Of(worry.About).In(language)),
        new(new Bilingual("Underretning", "Notification").In(language), Of(worry.Notified).In(language)),
        new(new Bilingual("Fortalt", "Told").In(language), DateWords.Moment(worry.Created, language)),
    ];
}
