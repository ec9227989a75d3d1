using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>"Reg.nr. og kontonr. på den, der skal modtage pengene" (seed 000_bdc1a1e861ad6537.txt, X3); form as in rules-and-sources.md 2.5.</summary>
public static class AccountIsReadable
{
    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house) => Check(form.RegistrationNumber, form.AccountNumber);

    /// <summary>The same of an account by itself.</summary>
    public static IEnumerable<FieldProblem> Check(string registrationNumber, string accountNumber)
    {
        if (BankAccount.ReadRegistrationNumber(registrationNumber) is { IsOk: false } registration)
            yield return FieldProblem.At("registrationNumber", registration.Problem);
        if (BankAccount.ReadAccountNumber(accountNumber) is { IsOk: false } account)
            yield return FieldProblem.At("accountNumber", account.Problem);
    }
}
