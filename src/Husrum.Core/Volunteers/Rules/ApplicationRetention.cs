using Husrum.Core.Calendar;

namespace Husrum.Core.Volunteers.Rules;

/// <summary>How long an application is kept (rules-and-sources.md 2.2, suggested defaults; the owner may set others).</summary>
public static class ApplicationRetention
{
    private const int MonthsWithoutStart = 6;
    private const int MonthsApproved = 60;

    /// <summary>The last day; null while it is open.</summary>
    public static DateOnly? Until(ApplicationState state, DateOnly closedOn) => state switch
    {
        ApplicationState.Approved => DueDates.AddMonths(closedOn, MonthsApproved),
        ApplicationState.Rejected or ApplicationState.Withdrawn or ApplicationState.Lapsed => DueDates.AddMonths(closedOn, MonthsWithoutStart),
        _ => null,
    };
}
