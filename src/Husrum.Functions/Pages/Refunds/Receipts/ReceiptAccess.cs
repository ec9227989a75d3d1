using Husrum.Core.Refunds;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Refunds.Receipts;

/// <summary>Whether the staff member who is signed in may see a receipt: where they may see one of the claims it belongs to.</summary>
internal sealed class ReceiptAccess(IStaffSession session, IRegister register)
{
    public async Task<bool> AllowsAsync(string sha256, CancellationToken cancellation)
    {
        if (session.Current is not { } staff)
            return false;
        foreach (var user in await DocumentUses.OfAsync(register, sha256, cancellation))
        {
            if (await register.GetAsync<ExpenseClaim>(user, ExpenseClaim.Row, cancellation) is { } claim && staff.MaySee(claim.Value.DepartmentId))
                return true;
        }

        return false;
    }
}
