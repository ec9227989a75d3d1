using Husrum.Core.Calendar;

namespace Husrum.Core.HjemTilOs.Families.Rules;

/// <summary>How long a family is kept after it was closed (rules-and-sources.md 2.2, suggested defaults; the owner may set others). Certificate notes go with it, at most a year after it stopped.</summary>
public static class FamilyRetention
{
    private const int MonthsWithoutStart = 6;
    private const int MonthsAfterStop = 12;

    /// <summary>The last day; null while it is open.</summary>
    public static DateOnly? Until(FamilyState state, DateOnly closedOn) => state switch
    {
        FamilyState.Rejected or FamilyState.Withdrawn or FamilyState.Lapsed => DueDates.AddMonths(closedOn, MonthsWithoutStart),
        FamilyState.Stopped => DueDates.AddMonths(closedOn, MonthsAfterStop),
        _ => null,
    };
}
