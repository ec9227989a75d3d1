using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>A posted claim: what was typed, the receipts it has with it, and whether it is to be sent or shown again.</summary>
/// <param name="Form">As typed.</param>
/// <param name="Files">With what was uploaded just now.</param>
/// <param name="Problems">What is wrong so far (files, the form as a whole).</param>
/// <param name="Status">The status to show it again with; null where it is to be sent in.</param>
internal sealed record PostedClaim(ClaimForm Form, DraftFiles Files, IReadOnlyList<FieldProblem> Problems, int? Status)
{
    /// <summary>More lines are wanted.</summary>
    public bool MoreLines { get; init; }

    /// <summary>The same, to be mended: with these problems too.</summary>
    public ClaimFormModel Again(Drafts drafts, IReadOnlyList<FieldProblem> problems)
    {
        var rows = Math.Max(ClaimFormModel.LinesAtFirst, Form.Lines.Count);
        return new ClaimFormModel
        {
            Form = Form,
            Problems = new Problems(problems),
            Rows = Math.Min(MoreLines ? rows + ClaimFormModel.LinesAtFirst : rows, ClaimFormBinding.MostLines),
            FocusRow = MoreLines ? rows : null,
            Files = Files,
            Draft = drafts.Seal(Files),
        };
    }
}
