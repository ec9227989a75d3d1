namespace Husrum.Core.People;

/// <summary>The staff member behind a request, as the register has them at this moment.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name, for the page's corner.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Departments">The departments a coordinator or deputy works for.</param>
public sealed record SignedInStaff(string PersonId, string Name, IReadOnlyList<StaffRole> Roles, IReadOnlyList<string> Departments)
{
    /// <summary>True where they have the role.</summary>
    public bool Is(StaffRole role) => Roles.Contains(role);

    /// <summary>True where the department's cases are theirs to see: coordinators and deputies their own departments', leader and treasurer all. An operator sees none by that role.</summary>
    public bool MaySee(string department) =>
        Is(StaffRole.Leader) || Is(StaffRole.Treasurer) || ((Is(StaffRole.Coordinator) || Is(StaffRole.Deputy)) && Departments.Contains(department, StringComparer.Ordinal));
}
