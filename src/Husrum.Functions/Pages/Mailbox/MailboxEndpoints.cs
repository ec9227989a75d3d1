using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Mailbox;

/// <summary>What was written to whom. For operators, with links hidden; in a rehearsal, open to this machine, with links that work.</summary>
internal static class MailboxEndpoints
{
    public const string Path = "/postkasse";

    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var box = routes.MapGroup("").ForStaffOrRehearsal(StaffRole.Operator);
        box.MapPage(Path, ShowAsync);
        box.MapPage(Path + ".json", async (HttpContext http, MailboxEntries entries) => TypedResults.Json(await entries.AllAsync(!DemoPlace.IsOpenTo(http), http.RequestAborted)));
        routes.MapGroup("").ForStaff(StaffRole.Operator).MapForm(Path, DecideAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, MailboxEntries entries, NoticeList notices)
    {
        var masked = !DemoPlace.IsOpenTo(http);
        var held = await notices.TroubledAsync(http.RequestAborted).CountAsync(notice => notice.Value.State == NoticeState.Held, http.RequestAborted);
        return new PageResult<MailboxPage>(new { Entries = await entries.LatestAsync(Shown, masked, http.RequestAborted), Masked = masked, Held = held });
    }

    // a message that the program will not decide on alone: a person says what is to become of it
    private static async Task<SeeOther> DecideAsync(HttpContext http, NoticeDesk desk, IStaffSession session)
    {
        var form = http.Request.Form;
        var (partition, row, by) = (form["partition"].ToString(), form["row"].ToString(), session.Current!.PersonId);
        _ = form["word"].ToString() switch
        {
            "send-held" => await desk.ReleaseHeldAsync(http.RequestAborted) > 0,
            "drop-held" => await desk.DropHeldAsync(by, http.RequestAborted) > 0,
            "send" => await desk.ReleaseAsync(partition, row, http.RequestAborted),
            "arrived" => await desk.HasArrivedAsync(partition, row, by, http.RequestAborted),
            "drop" => await desk.DropAsync(partition, row, by, http.RequestAborted),
            _ => false,
        };
        return new SeeOther(Path);
    }
}
