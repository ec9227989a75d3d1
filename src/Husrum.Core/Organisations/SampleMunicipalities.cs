using Husrum.Core.Language;

namespace Husrum.Core.Organisations;

/// <summary>Sample data to begin with: Copenhagen's school holidays as they fall by its usual pattern (autumn in week 42, winter in week 7, summer from the last Saturday of June). To be compared with what the municipality has decided.</summary>
public static class SampleMunicipalities
{
    private static readonly Bilingual Summer = new("sommerferien", "the summer holiday");
    private static readonly Bilingual Autumn = new("efterårsferien", "the autumn holiday");
    private static readonly Bilingual Christmas = new("juleferien", "the Christmas holiday");
    private static readonly Bilingual Winter = new("vinterferien", "the winter holiday");
    private static readonly Bilingual Easter = new("påskeferien", "the Easter holiday");

    /// <summary>Copenhagen, school years 2026/27 and 2027/28 with the summers around them.</summary>
    public static Municipality Copenhagen { get; } = new(
        "koebenhavn",
        "Københavns Kommune",
        [
            new(Summer, new(2026, 6, 27), new(2026, 8, 9)),
            new(Autumn, new(2026, 10, 10), new(2026, 10, 18)),
            new(Christmas, new(2026, 12, 19), new(2027, 1, 3)),
            new(Winter, new(2027, 2, 13), new(2027, 2, 21)),
            new(Easter, new(2027, 3, 20), new(2027, 3, 29)),
            new(Summer, new(2027, 6, 26), new(2027, 8, 8)),
            new(Autumn, new(2027, 10, 16), new(2027, 10, 24)),
            new(Christmas, new(2027, 12, 18), new(2028, 1, 2)),
            new(Winter, new(2028, 2, 12), new(2028, 2, 20)),
            new(Easter, new(2028, 4, 8), new(2028, 4, 17)),
            new(Summer, new(2028, 6, 24), new(2028, 8, 6)),
        ]);
}
