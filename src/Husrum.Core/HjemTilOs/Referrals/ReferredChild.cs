namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>A child who is referred. A birth date, never a CPR number.</summary>
public sealed record ReferredChild
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Local date.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>Street and number.</summary>
    public required string Street { get; init; }

    /// <summary>Four digits.</summary>
    public required string Postcode { get; init; }

    /// <summary>Town or area.</summary>
    public required string Town { get; init; }

    /// <summary>Which of <c>da</c> and <c>en</c> the child speaks (E4).</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Other languages, in words.</summary>
    public string OtherLanguages { get; init; } = "";

    /// <summary>What the child itself says about it (E3).</summary>
    public required string OwnWish { get; init; }

    /// <summary>What the child likes.</summary>
    public string Interests { get; init; } = "";

    /// <summary>For 14-17: why, by wish and need (E2).</summary>
    public string WishAndNeed { get; init; } = "";

    /// <summary>What a family should be able to do (E9).</summary>
    public string SpecialNeeds { get; init; } = "";

    /// <summary>Brothers and sisters, with or without a friend family.</summary>
    public string Siblings { get; init; } = "";

    /// <summary>Afternoons that suit; empty = any.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];
}

/// <summary>Where a child lives: what the consents turn on.</summary>
public enum LivingSituation
{
    /// <summary>At home.</summary>
    Home,

    /// <summary>With a foster family: placed, and consents are needed all the same.</summary>
    FosterFamily,

    /// <summary>Own room, college or college-like home (barnets lov § 43 stk. 1 nr. 5).</summary>
    OwnRoom,

    /// <summary>Børne- og ungehjem, partly closed and secured ones included (nr. 6).</summary>
    ChildrensHome,

    /// <summary>Efterskole, fri fagskole or another school with boarding (nr. 7).</summary>
    BoardingSchool,

    /// <summary>Placed otherwise, such as with relatives.</summary>
    OtherPlacement,
}

/// <summary>Where a child is placed.</summary>
/// <param name="Name">The place's.</param>
/// <param name="Contact">Agreed with the place: whom the family and the organisation talk with (R8).</param>
public sealed record Placement(string Name, ContactPerson Contact);

/// <summary>Somebody who can be talked with about a child.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Where they work; may be empty.</param>
/// <param name="Email">Address.</param>
/// <param name="Phone">E.164, or null.</param>
/// <param name="PersonId">Who.</param>
public sealed record ContactPerson(string Name, string Unit, string Email, string? Phone, string PersonId);

/// <summary>Why a human must look at a referral before it goes on. None of them rejects by itself (E8: "som udgangspunkt").</summary>
public enum ReferralDoubt
{
    /// <summary>Severely acting out.</summary>
    ActingOut,

    /// <summary>Severe psychiatric diagnoses.</summary>
    Psychiatric,

    /// <summary>Suicidal.</summary>
    Suicidal,

    /// <summary>Self-harming.</summary>
    SelfHarming,

    /// <summary>14-17: by wish and need (E2).</summary>
    Older,

    /// <summary>The child may not have the strength for something new at the moment (E7).</summary>
    Strength,

    /// <summary>A child before school age whose language or visits to the toilet need a talk (E5).</summary>
    Preschool,

    /// <summary>The parents' backing, or the language in which they can make arrangements, is in doubt (E6).</summary>
    Parents,

    /// <summary>Special competences are asked for (E9).</summary>
    SpecialNeeds,
}
