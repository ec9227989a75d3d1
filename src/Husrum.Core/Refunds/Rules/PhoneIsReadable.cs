using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>A phone number may be given, so that the coordinator can ask; it need not be. House rule.</summary>
public static class PhoneIsReadable
{
    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house) =>
        !string.IsNullOrWhiteSpace(form.Phone) && PhoneNumber.Read(form.Phone) is { IsOk: false } reading ? [FieldProblem.At("phone", reading.Problem)] : [];
}
