namespace Husrum.Core.HjemTilOs.Course;

/// <summary>The fixed agreement: one afternoon a week, and how the child comes and goes ("en fast aftale om ugedag og om at hente og bringe", seed 004_bab00eb426d4101c).</summary>
/// <param name="Since">The Monday of the first week it holds for.</param>
/// <param name="Day">The weekday.</param>
/// <param name="From">When the visit begins, by the clock on the wall.</param>
/// <param name="Until">When it ends, the same day: there are no overnight stays in the first year (seed 003_c4664cb87c6aa729).</param>
/// <param name="Fetches">Who fetches the child.</param>
/// <param name="Brings">Who brings the child home.</param>
public sealed record Agreement(DateOnly Since, DayOfWeek Day, TimeOnly From, TimeOnly Until, Way Fetches = Way.Family, Way Brings = Way.Family);

/// <summary>Who sees to the way. As a rule the family does ("det er jer, der henter og bringer barnet", seed 003_c4664cb87c6aa729); it can be agreed otherwise with the parents.</summary>
public enum Way
{
    /// <summary>The friend family.</summary>
    Family,

    /// <summary>The child's parents or contact person.</summary>
    ChildsSide,
}
