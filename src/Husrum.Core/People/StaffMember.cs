using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>A person's work for the organisation, row <c>staff</c> of their partition.</summary>
[RegisterRecord("staff-member", 1)]
public sealed record StaffMember
{
    /// <summary>The row's key.</summary>
    public const string Row = "staff";

    /// <summary>What they may do.</summary>
    public required IReadOnlyList<StaffRole> Roles { get; init; }

    /// <summary>The departments a coordinator or deputy works for, by id. Leader, treasurer and operator work for all.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Absence, first and last day; null = none known.</summary>
    public Away? Away { get; init; }

    /// <summary>Signed into each session; a new one ends them all.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>True where the department's volunteers and their cases are theirs to see: leaders see all, coordinators and deputies their own departments. Treasurers and operators see none by that.</summary>
    public bool LooksAfter(string department) =>
        Roles.Contains(StaffRole.Leader)
        || ((Roles.Contains(StaffRole.Coordinator) || Roles.Contains(StaffRole.Deputy)) && Departments.Contains(department, StringComparer.Ordinal));
}

/// <summary>An absence, both days included, in Danish calendar days.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record Away(DateOnly From, DateOnly Until)
{
    /// <summary>True where the day is within the absence.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}

/// <summary>What staff may do.</summary>
public enum StaffRole
{
    /// <summary>Leads a department's volunteers; approves its expenses.</summary>
    Coordinator,

    /// <summary>Stands in for the coordinator.</summary>
    Deputy,

    /// <summary>Pays out.</summary>
    Treasurer,

    /// <summary>National leader.</summary>
    Leader,

    /// <summary>Runs the program: staff, messages, backups. Sees no cases by that.</summary>
    Operator,
}

/// <summary>A staff-index row.</summary>
[RegisterRecord("ix-staff", 1)]
public sealed record StaffPlace(string PersonId);
