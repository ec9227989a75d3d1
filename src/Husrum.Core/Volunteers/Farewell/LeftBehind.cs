using Husrum.Core.Language;
using Husrum.Core.People;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>Something a volunteer who stops leaves behind, besides their functions: an open case that others have with them, or an office. Words and ids.</summary>
/// <param name="What">A process's name, or <c>office-</c> and a <see cref="StaffRole"/>.</param>
/// <param name="About">The case, or null.</param>
public sealed record LeftBehind(string What, string? About = null)
{
    private const string OfficePrefix = "office-";

    // names nobody but the volunteer: whoever arranges the handing over need not know which child it is
    private static readonly Dictionary<string, Bilingual> Cases = new(StringComparer.Ordinal)
    {
        ["hto-course"] = new("et forløb i Hjem til Os, der er i gang", "a course of Hjem til Os that is under way"),
        ["hto-match"] = new("et match i Hjem til Os, der er på vej", "a match of Hjem til Os that is being made"),
        ["friend-family"] = new("en plads i en venskabsfamilie", "a place in a friend family"),
    };

    private static readonly Dictionary<StaffRole, Bilingual> Offices = new()
    {
        [StaffRole.Coordinator] = new("opgaven som koordinator", "the office of coordinator"),
        [StaffRole.Deputy] = new("opgaven som stedfortræder", "the office of deputy"),
        [StaffRole.Treasurer] = new("opgaven som kasserer", "the office of treasurer"),
        [StaffRole.Leader] = new("opgaven som landsleder", "the office of national leader"),
        [StaffRole.Operator] = new("opgaven som administrator", "the office of operator"),
    };

    /// <summary>The names of the processes whose open cases are left behind.</summary>
    public static IReadOnlyCollection<string> Processes => Cases.Keys;

    /// <summary>An office.</summary>
    public static LeftBehind Office(StaffRole role) => new(OfficePrefix + role);

    /// <summary>In words; null for one that is known no more.</summary>
    public Bilingual? Words => Cases.TryGetValue(What, out var words) ? words
        : What.StartsWith(OfficePrefix, StringComparison.Ordinal) && Enum.TryParse<StaffRole>(What[OfficePrefix.Length..], out var role) ? Offices.GetValueOrDefault(role)
        : null;
}
