using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>All rules of the form, in the order of its fields. Wrong and missing things come back at once, all of them ([infer] in rules-and-sources.md 1.8: a polite list of what is lacking).</summary>
public static class ClaimRules
{
    private static readonly FormRule[] All =
    [
        DepartmentIsKnown.Check,
        NameIsGiven.Check,
        EmailIsReadable.Check,
        PhoneIsReadable.Check,
        PurposeIsGiven.Check,
        ActivityDateIsRecent.Check,
        LinesAreComplete.Check,
        ReceiptsOrStatement.Check,
        AccountIsReadable.Check,
        PayeeIsNamed.Check,
        NoCprNumbers.Check,
    ];

    /// <summary>What is wrong, one problem a field, in the order of the form.</summary>
    public static IReadOnlyList<FieldProblem> Problems(ClaimForm form, FormHouse house) =>
        [.. All.SelectMany(rule => rule(form, house)).DistinctBy(problem => problem.Field)];
}
