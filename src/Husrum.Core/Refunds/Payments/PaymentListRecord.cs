using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Payments;

/// <summary>A payment list, row <c>list</c> of <c>list:{id}</c>. What is on it follows from the claims; the rows <c>claim:{id}</c> beside it only say where to look.</summary>
[RegisterRecord("payment-list", 1)]
internal sealed record PaymentListRecord
{
    public const string Row = "list";

    /// <summary>What the rows that lead to claims begin with.</summary>
    public const string ClaimPrefix = "claim:";

    /// <summary><c>l-…</c></summary>
    public required string Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The treasurer: person id.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>False until all claims were put on it: a repeat of the request goes on where it was cut off.</summary>
    public bool Filled { get; init; }
}

/// <summary>A look-up row that leads to a list.</summary>
/// <param name="Id">List id.</param>
[RegisterRecord("ix-list", 1)]
internal sealed record PaymentListPlace(string Id);
