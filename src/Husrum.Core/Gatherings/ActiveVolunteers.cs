using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Gatherings;

/// <summary>The volunteers of a department, or of all, who are at work on the day: those on leave or away then, and those who have stopped by then, are left out.</summary>
internal sealed class ActiveVolunteers(IRegister register, VolunteerBook volunteers, CaseBook<VolunteerLeave> leaves, Organisation organisation) : IGatheringAudience
{
    public const string AudienceName = "volunteers";

    /// <inheritdoc />
    public string Name => AudienceName;

    /// <inheritdoc />
    public Bilingual Words => new("aktive frivillige", "active volunteers");

    /// <inheritdoc />
    public bool IsOffered => organisation.Volunteering is not null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> PeopleAsync(Gathering gathering, CancellationToken cancellation)
    {
        var day = WallTime.LocalDate(gathering.Starts);
        var people = new List<string>();
        foreach (var department in gathering.DepartmentId == Gathering.AllDepartments ? organisation.Departments.Select(d => d.Id) : [gathering.DepartmentId])
        {
            await foreach (var (personId, volunteer) in volunteers.OfAsync(department, cancellation))
            {
                if ((gathering.Functions.Count == 0 || gathering.Functions.Intersect(volunteer.Functions, StringComparer.Ordinal).Any()) && await IsThereAsync(personId, volunteer, day, cancellation))
                    people.Add(personId);
            }
        }

        return [.. people.Distinct(StringComparer.Ordinal)];
    }

    private async Task<bool> IsThereAsync(string personId, Volunteer volunteer, DateOnly day, CancellationToken cancellation)
    {
        if (volunteer.State == VolunteerState.Stopped || volunteer.StoppedOn < day || volunteer.LastAbsence?.Covers(day) == true)
            return false;
        if ((await AwayPeriods.OfAsync(register, personId, cancellation)).On(day) is not null)
            return false;
        if (volunteer.LeaveId is not { } leaveId || await leaves.GetAsync(leaveId, cancellation) is not { Value: { IsClosed: false } leave })
            return volunteer.State == VolunteerState.Active;
        return day < leave.From || day > leave.Until;
    }
}
