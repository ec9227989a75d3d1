using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>A human being, row <c>person</c> of <c>person:{id}</c>; apart from contact points and roles, so that one human can be claimant, volunteer and staff, be merged, and be erased.</summary>
[RegisterRecord("person", 1)]
public sealed record Person
{
    /// <summary>The row's key.</summary>
    public const string Row = "person";

    /// <summary><c>p-…</c></summary>
    public required string Id { get; init; }

    /// <summary>As the person writes it.</summary>
    public required string Name { get; init; }

    /// <summary><c>da</c> or <c>en</c>: the language messages to them are in.</summary>
    public required string Language { get; init; }
}

/// <summary>A way to reach a person, rows <c>contact:email</c> and <c>contact:phone</c>.</summary>
/// <param name="Value">An address, or a number in E.164.</param>
[RegisterRecord("contact-point", 1)]
public sealed record ContactPoint(string Value)
{
    /// <summary>The e-mail address's row.</summary>
    public const string EmailRow = "contact:email";

    /// <summary>The phone's row.</summary>
    public const string PhoneRow = "contact:phone";
}

/// <summary>An e-mail index row: whose address it is.</summary>
/// <param name="PersonId">The person.</param>
[RegisterRecord("ix-email", 1)]
public sealed record EmailOwner(string PersonId);

/// <summary>A person with the ways to reach them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Email">Address, if any.</param>
/// <param name="Phone">E.164, if any.</param>
public sealed record Reachable(Person Person, string? Email, string? Phone)
{
    /// <summary>What they have said about being written to.</summary>
    public ContactChoices Choices { get; init; } = new();
}
