using Husrum.Core.Calendar;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Rules;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>Says all that is wrong at once where files were refused: theirs and the form's own, by the rules of the process.</summary>
internal sealed class FormCheck(Organisation organisation, RefundSettings settings, TimeProvider time)
{
    public IReadOnlyList<FieldProblem> With(IReadOnlyList<FieldProblem> refused, ClaimForm form)
    {
        var house = new FormHouse(organisation, WallTime.LocalDate(time.GetUtcNow()), settings);
        var problems = ClaimRules.Problems(form, house).ToList();
        problems.RemoveAll(problem => problem.Field == ReceiptIntake.Field);
        // in their place among the fields: after all that comes before the receipts on the form
        var place = problems.FindLastIndex(problem => Before(problem.Field)) + 1;
        problems.InsertRange(place, refused);
        return problems;
    }

    private static bool Before(string field) =>
        field is "department" or "name" or "email" or "phone" or "purpose" or "activityDate" || field.StartsWith("lines", StringComparison.Ordinal);
}
