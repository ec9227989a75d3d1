namespace Husrum.Core.Organisations;

/// <summary>
/// What HUSRUM's volunteers do (seeds 000_bdc1a1e861ad6537 and 001_e73704ec3ca2997b). No certificates: HUSRUM's young people are 16 to 30, and a børneattest
/// may only be ordered where there is direct contact with children under 15 (rules-and-sources.md 0.1). Dates and places of courses are the organisation's to write.
/// </summary>
internal static class DefaultVolunteering
{
    private static readonly int[] QuarterMonths = [2, 5, 8, 11];

    /// <summary>It.</summary>
    public static Volunteering Value { get; } = new(
        [
            new("gruppeleder", new("gruppeleder", "group leader"), 0, CertificatePolicy.None),
            new("arrangoer", new("arrangør", "event host"), 0, CertificatePolicy.None),
            new("hjerteven", new("hjerteven", "heart friend"), 30, CertificatePolicy.None),
            new("kommunikationsassistent", new("kommunikationsassistent", "communication assistant"), 0, CertificatePolicy.None),
            new("peer-stoette", new("peer-støtte", "peer supporter"), 0, CertificatePolicy.None),
            new("online", new("online-frivillig", "online volunteer"), 0, CertificatePolicy.None),
        ],
        [.. Courses()],
        new(
            "2026-1",
            new(
                "Som frivillig hører jeg om unges helbred, familie, økonomi og andre private forhold. Det fortæller jeg ikke videre, hverken når jeg er frivillig, eller når jeg har fri.\nLøftet gælder resten af livet, også når jeg ikke længere er frivillig, eller når projektet er slut.\nEr jeg i tvivl om, hvad jeg må sige, spørger jeg min koordinator først. Er jeg bekymret for et barn eller en ung, må og skal jeg hjælpe med at få det sagt til de rette.",
                "As a volunteer I hear about young people's health, family, money and other private matters. I do not pass that on, neither while volunteering nor in my free time.\nThe promise lasts for the rest of my life, also when I am no longer a volunteer or the project has ended.\nIf I am in doubt about what I may say, I ask my coordinator first. If I am worried about a child or a young person, I may and shall help to have it told to the right people.")));

    // once every quarter: the second Tuesday of its middle month; to be edited like all else
    private static IEnumerable<IntroCourse> Courses() =>
        from year in Enumerable.Range(2026, 3)
        from month in QuarterMonths
        let first = new DateOnly(year, month, 1)
        let date = first.AddDays(7 + (((int)DayOfWeek.Tuesday - (int)first.DayOfWeek + 7) % 7))
        select new IntroCourse(FormattableString.Invariant($"intro-{date:yyyy-MM}"), date, new TimeOnly(17, 0), new TimeOnly(20, 0), "Frivilligcentret, lokale 2");
}
