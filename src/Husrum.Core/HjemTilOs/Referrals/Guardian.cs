namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>A holder of custody. Each signs two declarations (R4, R7).</summary>
/// <param name="Id">Its id in the case, <c>guardian-1</c>; never given to another.</param>
/// <param name="Name">Name.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
public sealed record Guardian(string Id, string Name, string Language)
{
    /// <summary>Address, or null: then they sign on paper.</summary>
    public string? Email { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Who, where they have an address.</summary>
    public string? PersonId { get; init; }

    /// <summary>Consents given, and those taken back: the latest of each kind last.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>When they said no, UTC; null where they have not.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>The same guardian with everything they gave taken back.</summary>
    public Guardian TakenBack(DateTimeOffset at) => this with { RefusedAt = at, Consents = [.. Consents.Select(consent => consent.WithdrawnAt is null ? consent with { WithdrawnAt = at } : consent)] };

    /// <summary>The consent of a kind that holds now, or null.</summary>
    public Consent? Holds(ConsentKind kind) => Consents.LastOrDefault(consent => consent.Kind == kind && consent.WithdrawnAt is null);

    /// <summary>True where both declarations hold.</summary>
    public bool HasConsented() => Holds(ConsentKind.Municipality) is not null && Holds(ConsentKind.Own) is not null;
}

/// <summary>Whose declaration.</summary>
public enum ConsentKind
{
    /// <summary>The municipality's (BBU).</summary>
    Municipality,

    /// <summary>The organisation's own (Red Barnet).</summary>
    Own,
}

/// <summary>A consent: who, when, how, to what; withdrawable, and not backwards (rules-and-sources.md 2.2). The giver is the guardian it stands with, the subject the referral's child.</summary>
/// <param name="Kind">Whose declaration.</param>
/// <param name="Version">Which text.</param>
/// <param name="Language">In which language it was read.</param>
/// <param name="Channel">How.</param>
/// <param name="At">When it was given, UTC: by link, the moment; on paper, the day on the document at midnight in Denmark.</param>
/// <param name="RecordedBy">A person id: the guardian by their link, or the staff member who holds the document.</param>
public sealed record Consent(ConsentKind Kind, string Version, string Language, ConsentChannel Channel, DateTimeOffset At, string? RecordedBy)
{
    /// <summary>When it was withdrawn, UTC; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>How a consent was given.</summary>
public enum ConsentChannel
{
    /// <summary>By the guardian's own link.</summary>
    Link,

    /// <summary>On a signed document, recorded by staff.</summary>
    SignedDocument,
}

/// <summary>
/// Why no consent of the parents is needed: barnets lov § 54 stk. 2, for placements under § 43 stk. 1 nr. 5-7 and no others (rules-and-sources.md 0.2 and 2.4).
/// It is no consent and is shown as what it is. The municipality sees to it that the parents are informed and involved (R10).
/// </summary>
/// <param name="InformedOn">When the parents were informed, local date.</param>
/// <param name="InformedBy">By whom, in words.</param>
public sealed record ConsentException(DateOnly InformedOn, string InformedBy)
{
    /// <summary>The child's contact with the parents and what they think of it, in words; may be empty.</summary>
    public string ParentsView { get; init; } = "";
}
