using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>The claimant hears by e-mail. Seed 000_bdc1a1e861ad6537.txt, "sende en e-mail til koordinatoren" (X2).</summary>
public static class EmailIsReadable
{
    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house) =>
        Email.Read(form.Email) is { IsOk: false } reading ? [FieldProblem.At("email", reading.Problem)] : [];
}
