using Husrum.Core.Register;

namespace Husrum.Core.Links;

/// <summary>A link that was issued, as row <c>link:{token id}</c> in its case's partition: a decision, the link's use and the event are one batch. The token itself is not stored.</summary>
[RegisterRecord("link", 1)]
public sealed record LinkRecord
{
    /// <summary>The token's id, 128 bits.</summary>
    public required string TokenId { get; init; }

    /// <summary>SHA-256 of the token's text, in hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>What it is for.</summary>
    public required LinkPurpose Purpose { get; init; }

    /// <summary>The case (or person) it belongs to.</summary>
    public required string CaseId { get; init; }

    /// <summary>What in the case it is about, such as the decision's id; ids and words only.</summary>
    public required string Action { get; init; }

    /// <summary>Whom it was sent to; null where that is nobody known.</summary>
    public string? PersonId { get; init; }

    /// <summary>From this moment on it opens nothing, UTC.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it was used, UTC; null = not yet.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Who used it: a person id.</summary>
    public string? UsedBy { get; init; }

    /// <summary>For the link of an SMS: the page it leads on to; null where it leads nowhere else.</summary>
    public string? OnwardPath { get; init; }

    /// <summary>The id of that page's own token; null for a page that anybody may open.</summary>
    public string? OnwardTokenId { get; init; }
}

/// <summary>A link-index row: where the link of a token id is.</summary>
/// <param name="Partition">The case's partition.</param>
[RegisterRecord("ix-link", 1)]
public sealed record LinkPlace(string Partition);
