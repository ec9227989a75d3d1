using Husrum.Core.Language;

namespace Husrum.Core.Gatherings;

/// <summary>What people are called together for.</summary>
public enum GatheringKind
{
    /// <summary>Once a quarter, attendance expected (seed 000_bdc1a1e861ad6537: "frivilligmøde").</summary>
    VolunteerMeeting,

    /// <summary>In groups, by a psychologist, about once a quarter; an offer (seeds 000_bdc1a1e861ad6537 and 001_e73704ec3ca2997b).</summary>
    Supervision,

    /// <summary>WeShelter's monthly network meeting (seed 002_410962300ba9cc4f).</summary>
    NetworkMeeting,

    /// <summary>WeShelter's "fyraftensmøde" (seed 002_410962300ba9cc4f).</summary>
    AfterWork,

    /// <summary>The friend families' joint online sparring, every second month (seed 004_bab00eb426d4101c).</summary>
    Sparring,
}

/// <summary>The kinds in words.</summary>
public static class GatheringKindWords
{
    /// <summary>Follows "til" in Danish, "to" in English.</summary>
    public static Bilingual Of(GatheringKind kind) => kind switch
    {
        GatheringKind.VolunteerMeeting => new("frivilligmødet", "the volunteer meeting"),
        GatheringKind.Supervision => new("supervisionen", "supervision"),
        GatheringKind.NetworkMeeting => new("netværksmødet", "the network meeting"),
        GatheringKind.AfterWork => new("fyraftensmødet", "the after-work meeting"),
        _ => new("den fælles sparring", "the joint sparring"),
    };

    /// <summary>As a heading.</summary>
    public static Bilingual Title(GatheringKind kind) => kind switch
    {
        GatheringKind.VolunteerMeeting => new("Frivilligmøde", "Volunteer meeting"),
        GatheringKind.Supervision => new("Supervision", "Supervision"),
        GatheringKind.NetworkMeeting => new("Netværksmøde", "Network meeting"),
        GatheringKind.AfterWork => new("Fyraftensmøde", "After-work meeting"),
        _ => new("Fælles sparring", "Joint sparring"),
    };
}
