namespace Husrum.Core.HjemTilOs.Families;

/// <summary>What a family wishes and offers: what a match is suggested by.</summary>
public sealed record FamilyProfile
{
    /// <summary>Street and number.</summary>
    public required string Street { get; init; }

    /// <summary>Four digits.</summary>
    public required string Postcode { get; init; }

    /// <summary>Town or area.</summary>
    public required string Town { get; init; }

    /// <summary>Afternoons that suit them; at least one.</summary>
    public required IReadOnlyList<DayOfWeek> Weekdays { get; init; }

    /// <summary>The youngest child they wish for, whole years.</summary>
    public required int YoungestAge { get; init; }

    /// <summary>The oldest child they wish for, whole years.</summary>
    public required int OldestAge { get; init; }

    /// <summary>Languages they speak well enough to be with a child: <c>da</c>, <c>en</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Other languages, in their words.</summary>
    public string OtherLanguages { get; init; } = "";

    /// <summary>Special competences: what they can do beyond the ordinary, in their words (rules-and-sources.md 1.7, E9).</summary>
    public string Competences { get; init; } = "";

    /// <summary>Pets, allergies, stairs: what one should know of the home, in their words.</summary>
    public string Home { get; init; } = "";

    /// <summary>Why they want to.</summary>
    public string Motivation { get; init; } = "";

    /// <summary>Mobile, E.164, or null.</summary>
    public string? Phone { get; init; }
}

/// <summary>The visit of the home and the interview (rules-and-sources.md 1.7, F3).</summary>
public sealed record HomeVisit
{
    /// <summary>Times offered, UTC.</summary>
    public IReadOnlyList<DateTimeOffset> Offered { get; init; } = [];

    /// <summary>The time chosen, UTC.</summary>
    public DateTimeOffset? Booked { get; init; }

    /// <summary>Before this the coordinator is not asked about the whole family again, UTC; null where they were not asked yet.</summary>
    public DateTimeOffset? AskAgainFrom { get; init; }

    /// <summary>When the home was visited, local date.</summary>
    public DateOnly? VisitedOn { get; init; }

    /// <summary>When the family was interviewed, local date.</summary>
    public DateOnly? InterviewedOn { get; init; }

    /// <summary>When staff recorded that the whole family is for it, local date: a criterion for approval (rules-and-sources.md 1.7, F2).</summary>
    public DateOnly? WholeFamilyOn { get; init; }
}
