using Husrum.Core.Calendar;
using Husrum.Core.People;
using Husrum.Core.Refunds.Payments;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Payments;

/// <summary>The treasurer's desk: approved claims become a list, the list becomes a file for the bank, and what was paid is recorded.</summary>
internal static class PaymentEndpoints
{
    public const string Root = "/udbetalinger";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ForStaff(StaffRole.Treasurer);
        desk.MapPage(Root, () => new PageResult<PaymentsPage>());
        desk.MapPage(Root + "/{listId}", ShowAsync);
        desk.MapPage(Root + "/{listId}/csv", CsvAsync);
        desk.MapPage(Root + "/{listId}/tilbage/{claimId}", TakeBackFormAsync);
        desk.MapForm(Root, MakeAsync);
        desk.MapForm(Root + "/{listId}/betalt", PaidAsync);
        desk.MapForm(Root + "/{listId}/tilbage/{claimId}", TakeBackAsync);
    }

    private static async Task<IResult> ShowAsync(string listId, HttpContext http, PaymentLists lists) =>
        await lists.GetAsync(listId, http.RequestAborted) is { } list
            ? new PageResult<PaymentListPage>(new { List = list })
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static async Task<IResult> CsvAsync(string listId, HttpContext http, PaymentLists lists) =>
        await lists.GetAsync(listId, http.RequestAborted) is { } list && await lists.CsvAsync(listId, http.RequestAborted) is { } csv
            ? TypedResults.File(csv, "text/csv; charset=utf-8", $"betalingsliste-{WallTime.LocalDate(list.Summary.Created):yyyy-MM-dd}-{listId[^4..]}.csv")
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static async Task<SeeOther> MakeAsync(HttpContext http, PaymentLists lists, IStaffSession session)
    {
        var id = await lists.CreateAsync(http.Request.Form["submissionId"].ToString(), session.Current!.PersonId, http.RequestAborted);
        return new SeeOther(id is null ? Root : $"{Root}/{id}");
    }

    private static async Task<IResult> PaidAsync(string listId, HttpContext http, PaymentLists lists, IStaffSession session)
    {
        if (await lists.GetAsync(listId, http.RequestAborted) is null)
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        var claim = http.Request.Form["claim"].ToString();
        await lists.MarkPaidAsync(listId, claim.Length == 0 ? null : claim, session.Current!.PersonId, http.RequestAborted);
        return new SeeOther($"{Root}/{listId}"); // where it was no longer there to be paid, the list shows how it stands
    }

    private static async Task<IResult> TakeBackFormAsync(string listId, string claimId, HttpContext http, PaymentLists lists) =>
        await LineAsync(listId, claimId, http, lists) is { } line
            ? new PageResult<TakeBackPage>(new { ListId = listId, Line = line })
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static async Task<IResult> TakeBackAsync(string listId, string claimId, HttpContext http, PaymentLists lists, IStaffSession session)
    {
        if (await LineAsync(listId, claimId, http, lists) is not { } line)
            return new SeeOther(Root);
        var reason = http.Request.Form["reason"].ToString();
        return await lists.TakeBackAsync(claimId, reason, session.Current!.PersonId, http.RequestAborted) == PaymentResult.NeedsReason
            ? new PageResult<TakeBackPage>(new { ListId = listId, Line = line, Reason = reason, Problems = new Problems([NeedsReason]) }, StatusCodes.Status422UnprocessableEntity)
            : new SeeOther($"{Root}/{listId}");
    }

    private static async Task<PaymentListLine?> LineAsync(string listId, string claimId, HttpContext http, PaymentLists lists) =>
        (await lists.GetAsync(listId, http.RequestAborted))?.Lines.FirstOrDefault(line => line.Claim.Id == claimId);

    private static Husrum.Core.Forms.FieldProblem NeedsReason { get; } = new(
        "reason",
        "Skriv hvorfor (3 til 500 tegn, uden CPR-nummer).",
        "Please write why (3 to 500 characters, without a CPR number).");
}
