using Husrum.Core.Certificates;

namespace Husrum.Core.Volunteers.Rules;

/// <summary>What must be there before a coordinator decides: the declaration (an unconditional demand, seed 000_bdc1a1e861ad6537), the certificates of the functions, and the intro course, which is mandatory for all (seed 001_e73704ec3ca2997b).</summary>
public static class Readiness
{
    /// <summary>True where all of it is there.</summary>
    public static bool IsComplete(VolunteerApplication application) =>
        application is { Declaration: not null, CourseAttendedOn: not null } && application.Certificates.All(CertificateRules.IsSettled);

    /// <summary>The application, on to the decision where all of it is there.</summary>
    public static VolunteerApplication Settle(VolunteerApplication application) =>
        application.State == ApplicationState.Preparing && IsComplete(application) ? application with { State = ApplicationState.Deciding } : application;
}
