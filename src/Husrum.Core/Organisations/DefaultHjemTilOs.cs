namespace Husrum.Core.Organisations;

/// <summary>Hjem til Os as a rehearsal has it. The texts are short stand-ins in our own words; whoever runs the programme writes its own.</summary>
public static class DefaultHjemTilOs
{
    /// <summary>It, for some departments.</summary>
    public static HjemTilOsSettings For(params string[] departments) => new(
        departments,
        new(
            "2026-1",
            new(
                "I ser barnet i jeres hjem en eftermiddag om ugen. De første tre måneder holder I dagen fast og har ikke andre gæster.\nBarnet overnatter ikke det første år.\nI er aldrig alene med barnet bag en lukket dør, og I tager ikke billeder uden forældrenes ja.\nI lover ikke at holde en hemmelighed, der bekymrer jer. Ring til os.",
                "You see the child in your home one afternoon a week. For the first three months you keep the day and have no other guests.\nThe child does not stay overnight in the first year.\nYou are never alone with the child behind a closed door, and you take no pictures without the parents' yes.\nYou do not promise to keep a secret that worries you. Call us.")),
        new(
            "2026-1",
            new(
                "Skal hele familien være med? Ja, alle skal synes, det er en god idé, og de fleste er hjemme den dag, barnet kommer.\nHvem henter og bringer? Det gør I. Vi finder et barn, der bor tæt på.\nHvad hvis kommunen ringer? Så henviser I til os.\nHvad sker der efter et år? Vi taler med jer først om, hvad I ønsker.",
                "Shall the whole family take part? Yes, everybody should like the idea, and most of you are at home on the day the child comes.\nWho fetches and brings? You do. We look for a child who lives close by.\nWhat if the municipality calls? Then you refer them to us.\nWhat happens after a year? We talk with you first about what you wish.")),
        new("2026-1", "https://hjemtilos.example/kursus"),
        new(
            "2026-1",
            new(
                "Det, vi hører om barnet og barnets familie, fortæller vi ikke videre, heller ikke når året er gået. Vi må altid tale med Hjem til Os om det.\nEr vi bekymrede for et barn, siger vi det til de rette.",
                "What we hear about the child and the child's family we do not pass on, not even when the year is over. We may always talk about it with Hjem til Os.\nIf we are worried about a child, we tell the right people.")),
        new(
            "2026-1",
            new(
                "Jeg siger ja til, at kommunen giver de oplysninger, der står i henvisningen, videre til Hjem til Os, så mit barn kan få en venskabsfamilie.\nJeg kan tage mit ja tilbage når som helst.",
                "I agree that the municipality passes the information in the referral on to Hjem til Os, so that my child can get a friend family.\nI can take my yes back at any time.")),
        new(
            "2026-1",
            new(
                "Jeg siger ja til, at mit barn er med i Hjem til Os, og at Hjem til Os gemmer oplysninger om mit barn og om mig, så længe forløbet varer, og i op til et år efter.\nVenskabsfamilien får kun det at vide, den har brug for.\nJeg kan tage mit ja tilbage når som helst.",
                "I agree that my child takes part in Hjem til Os, and that Hjem til Os keeps information about my child and me for as long as it lasts and up to a year after.\nThe friend family is told only what it needs to know.\nI can take my yes back at any time.")));
}
