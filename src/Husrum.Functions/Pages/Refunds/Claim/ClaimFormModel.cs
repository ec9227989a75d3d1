using Husrum.Core.Refunds.Intake;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>A claim's form as it is shown: empty, half filled in, or with what is to be mended.</summary>
public sealed record ClaimFormModel
{
    internal const int LinesAtFirst = 5;

    /// <summary>As typed.</summary>
    public required ClaimForm Form { get; init; }

    /// <summary>What is to be mended.</summary>
    public Problems Problems { get; init; } = Problems.None;

    /// <summary>Rows shown.</summary>
    public int Rows { get; init; } = LinesAtFirst;

    /// <summary>The row that gets the focus (rows were just added); null for none.</summary>
    public int? FocusRow { get; init; }

    /// <summary>The receipts it has with it.</summary>
    internal DraftFiles Files { get; init; } = DraftFiles.Empty;

    /// <summary>The same, sealed, for the form to carry.</summary>
    public string Draft { get; init; } = "";

}
