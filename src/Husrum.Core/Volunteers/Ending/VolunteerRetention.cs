using Husrum.Core.Calendar;

namespace Husrum.Core.Volunteers.Ending;

/// <summary>How long one who has stopped is kept (rules-and-sources.md 2.2, suggested defaults; the owner may set others).</summary>
public static class VolunteerRetention
{
    private const int CertificateMonths = 12;
    private const int Months = 60;

    /// <summary>The last day on which it is kept that certificates were seen: at most a year after the stop.</summary>
    public static DateOnly CertificatesUntil(DateOnly stoppedOn) => DueDates.AddMonths(stoppedOn, CertificateMonths);

    /// <summary>The last day on which name, functions, dates and declaration are kept: five years, as grants ask for.</summary>
    public static DateOnly Until(DateOnly stoppedOn) => DueDates.AddMonths(stoppedOn, Months);

    /// <summary>The next day on which something of it is due to go, after today; null where all of it is.</summary>
    public static DateOnly? NextDay(Volunteer volunteer, DateOnly today)
    {
        if (volunteer.StoppedOn is not { } stopped)
            return null;
        var certificates = CertificatesUntil(stopped).AddDays(1);
        if (volunteer.Certificates.Count > 0 && certificates > today)
            return certificates;
        return Until(stopped).AddDays(1) is var all && all > today ? all : null;
    }
}
