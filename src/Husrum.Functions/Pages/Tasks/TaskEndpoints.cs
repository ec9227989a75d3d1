using Husrum.Core.Messages;
using Husrum.Core.Reconciliation;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Tasks;

/// <summary>What waits for whom: the signed-in staff member's open claims and cases, and the messages of their departments that did not arrive.</summary>
internal static class TaskEndpoints
{
    public const string Path = "/opgaver";

    /// <summary>Where a staff member says what becomes of a message that did not arrive.</summary>
    public const string Messages = Path + "/beskeder";

    /// <summary>Where a staff member says that something the nightly reckoning found is seen to.</summary>
    public const string Imbalances = Path + "/regnskab";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("").ForStaff();
        staff.MapPage(Path, () => new PageResult<TasksPage>());
        staff.MapForm(Messages, DecideAsync);
        staff.MapForm(Imbalances, SettleAsync);
    }

    private static async Task<SeeOther> SettleAsync(HttpContext http, ReconciliationBook books, IStaffSession session)
    {
        await books.SettleAsync(session.Current!.PersonId, http.Request.Form["row"].ToString(), http.RequestAborted);
        return new SeeOther(Path);
    }

    // who may not, or finds that another one has decided, comes back to a list without it
    private static async Task<SeeOther> DecideAsync(HttpContext http, UndeliveredMessages messages, NoticeDesk desk, IStaffSession session)
    {
        var form = http.Request.Form;
        var (partition, row, by) = (form["partition"].ToString(), form["row"].ToString(), session.Current!.PersonId);
        if (await messages.MayDecideAsync(by, partition, row, http.RequestAborted))
        {
            _ = form["word"].ToString() switch
            {
                "send" => await desk.ReleaseAsync(partition, row, http.RequestAborted),
                "arrived" => await desk.HasArrivedAsync(partition, row, by, http.RequestAborted),
                "drop" => await desk.DropAsync(partition, row, by, http.RequestAborted),
                _ => false,
            };
        }

        return new SeeOther(Path);
    }
}
