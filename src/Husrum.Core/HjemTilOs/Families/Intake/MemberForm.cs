namespace Husrum.Core.HjemTilOs.Families.Intake;

/// <summary>Somebody in a household, as typed.</summary>
public sealed record MemberForm
{
    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>ISO date.</summary>
    public string BirthDate { get; init; } = "";

    /// <summary><c>adult</c> or <c>child</c>.</summary>
    public string Role { get; init; } = "";

    /// <summary>Their own address, may be empty.</summary>
    public string Email { get; init; } = "";

    /// <summary><c>da</c> or <c>en</c>; empty for Danish.</summary>
    public string Language { get; init; } = "";

    /// <summary>True where nothing was typed.</summary>
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(BirthDate) && string.IsNullOrWhiteSpace(Email);
}

/// <summary>The same, read.</summary>
/// <param name="Name">Name.</param>
/// <param name="BirthDate">Local date.</param>
/// <param name="Role">What they are.</param>
/// <param name="Email">Their own address, or null.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
public sealed record ReadMember(string Name, DateOnly BirthDate, FamilyRole Role, string? Email, string Language);
