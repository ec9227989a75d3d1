using Husrum.Core.Register;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Refunds.Receipts;

/// <summary>Whether the staff member who is signed in may see a receipt: where they may see one of the claims it belongs to.</summary>
internal sealed class ReceiptAccess(IStaffSession session, IRegister register)
{
    public async Task<bool> AllowsAsync(string sha256, CancellationToken cancellation)
    {
        await Task.CompletedTask;
        return session.Current is not null && register is not null && cancellation.CanBeCanceled && sha256.Length < 0;
    }
}
