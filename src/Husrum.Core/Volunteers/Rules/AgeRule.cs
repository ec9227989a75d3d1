using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Rules;

/// <summary>Some functions ask for years and life experience: a hjerteven is typically 30 or more (seed 000_bdc1a1e861ad6537).</summary>
public static class AgeRule
{
    /// <summary>Whole years on a day. One who was born on 29 February turns a year older on 1 March in common years.</summary>
    public static int AgeOn(DateOnly birthDate, DateOnly day)
    {
        var age = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? age - 1 : age;
    }

    /// <summary>The functions for which one is too young on a day.</summary>
    public static IEnumerable<VolunteerFunction> TooYoungFor(IEnumerable<VolunteerFunction> functions, DateOnly birthDate, DateOnly day) =>
        functions.Where(f => f.MinimumAge > 0 && AgeOn(birthDate, day) < f.MinimumAge);
}
