namespace Husrum.Core.HjemTilOs.Course;

/// <summary>The municipality wants more of a family than its afternoon: recorded, and answered through the organisation (seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c).</summary>
/// <param name="Number">From 1.</param>
/// <param name="What">What it wants.</param>
/// <param name="On">When it was told to us, local date.</param>
/// <param name="ByFamily">True where the family was asked directly and told us.</param>
/// <param name="Answer">What was answered; null while it is open.</param>
public sealed record MunicipalityRequest(int Number, RequestKind What, DateOnly On, bool ByFamily, RequestAnswer? Answer = null);

/// <summary>What a municipality may want.</summary>
public enum RequestKind
{
    /// <summary>Støtteophold.</summary>
    SupportStay,

    /// <summary>To become a foster family.</summary>
    FosterFamily,

    /// <summary>A network meeting.</summary>
    NetworkMeeting,

    /// <summary>To be the child's bisidder.</summary>
    Bisidder,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What was answered.</summary>
public enum RequestAnswer
{
    /// <summary>The family was advised and says yes.</summary>
    Yes,

    /// <summary>The family was advised and says no.</summary>
    No,

    /// <summary>The family was not asked: it goes beyond what they said yes to.</summary>
    Declined,
}
