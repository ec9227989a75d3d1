using Husrum.Core.Cases;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A course as one who takes part in it, or staff, sees it.</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="PersonId">Who reads.</param>
/// <param name="Name">Their name.</param>
/// <param name="Language">Theirs.</param>
/// <param name="Side">See <see cref="Sides"/>; null for staff.</param>
/// <param name="Course">The case. Staff read all of it; a side's page shows what is theirs.</param>
/// <param name="StandsAt">Where it stands.</param>
/// <param name="Picture">The year.</param>
/// <param name="Waits">What it waits for; for a side, of them.</param>
/// <param name="Timeline">What has happened, as the reader may see it.</param>
/// <param name="People">Names of the parties, by id; empty for a side.</param>
public sealed record CourseView(
    string CaseId,
    string PersonId,
    string Name,
    string Language,
    string? Side,
    FamilyCourse Course,
    Bilingual StandsAt,
    CoursePicture Picture,
    IReadOnlyList<WaitView> Waits,
    IReadOnlyList<CaseEvent> Timeline,
    IReadOnlyDictionary<string, string> People);

/// <summary>What came of a change somebody wanted.</summary>
public abstract record CourseResult
{
    /// <summary>It is done, now or before.</summary>
    public sealed record Done : CourseResult;

    /// <summary>It cannot be.</summary>
    /// <param name="Field">The form's field.</param>
    /// <param name="Why">In words for the one who wanted it.</param>
    public sealed record Refused(string Field, Bilingual Why) : CourseResult;

    /// <summary>The link does not work, or this is not theirs to do.</summary>
    public sealed record Gone : CourseResult;
}
