namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>The names of the form's fields: those posted, saved in drafts and named by problems.</summary>
public static class ReferralFields
{
    /// <summary>Where a child lives, in the form's words.</summary>
    public static IReadOnlyDictionary<string, LivingSituation> Living { get; } = new Dictionary<string, LivingSituation>
    {
        ["home"] = LivingSituation.Home,
        ["foster"] = LivingSituation.FosterFamily,
        ["own-room"] = LivingSituation.OwnRoom,
        ["childrens-home"] = LivingSituation.ChildrensHome,
        ["boarding-school"] = LivingSituation.BoardingSchool,
        ["other"] = LivingSituation.OtherPlacement,
    };

    /// <summary>The four that are "som udgangspunkt" not in the target group: ticks.</summary>
    public static IReadOnlyDictionary<string, ReferralDoubt> Exclusions { get; } = new Dictionary<string, ReferralDoubt>
    {
        ["actingOut"] = ReferralDoubt.ActingOut,
        ["psychiatric"] = ReferralDoubt.Psychiatric,
        ["suicidal"] = ReferralDoubt.Suicidal,
        ["selfHarming"] = ReferralDoubt.SelfHarming,
    };

    /// <summary>Texts in several lines.</summary>
    public static IReadOnlyList<string> LongTexts { get; } = ["ownWish", "interests", "wishAndNeed", "specialNeeds", "siblings", "parentsView"];

    private static readonly string[] Lines =
    [
        "department", "municipality", "referrerName", "referrerUnit", "referrerEmail", "referrerPhone", "bbuName", "bbuUnit", "bbuEmail", "bbuPhone",
        "childName", "childBirthDate", "street", "postcode", "town", "otherLanguages", "living", "placementName", "placementContact", "placementEmail", "placementPhone",
        "informedOn", "informedBy", "strength", "preschool", "parentsBack", "parentsLanguage",
    ];

    private static readonly string[] Ticks = ["bbuSame", "danish", "english", "childWants", "declaration"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Lines,
        .. Ticks,
        .. LongTexts,
        .. Exclusions.Keys,
        .. WeekdayWords.All.Select(Day),
        .. Enumerable.Range(1, ReferralProcess.MostGuardians).SelectMany(number => new[] { "Name", "Email", "Phone", "Language" }.Select(part => Guardian(number, part))),
    ];

    /// <summary>Whether a field is a tick, which is not posted where it is off.</summary>
    public static bool IsTick(string name) => Ticks.Contains(name, StringComparer.Ordinal) || Exclusions.ContainsKey(name) || name.StartsWith("day", StringComparison.Ordinal);

    /// <summary>A guardian's field.</summary>
    public static string Guardian(int number, string part) => $"guardian{number}{part}";

    /// <summary>A weekday's tick.</summary>
    public static string Day(DayOfWeek day) => "day" + day;
}
