using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>A volunteer says that they stop, by their own link.</summary>
public sealed class FarewellDesk(CaseBook<VolunteerFarewell> book, LeaveDesk pages, VolunteerBook volunteers, LeftBehindReader left, CaseServices services)
{
    private const int MostMonthsAhead = 12;

    /// <summary>Records the farewell and starts its process. Asked twice, it is recorded once.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="lastDay">ISO date, as typed; empty for today.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<LeaveResult> AskAsync(string? token, string lastDay, CancellationToken cancellation = default)
    {
        if (await pages.ViewAsync(token, cancellation) is not { } view)
            return new LeaveResult.Gone();
        if (view.Volunteer.State == VolunteerState.Stopped)
            return new LeaveResult.Stopped();
        if (view.Volunteer.FarewellId is { } noted && await book.GetAsync(noted, cancellation) is not null)
            return new LeaveResult.Begun();
        if (view.Volunteer.State == VolunteerState.OnLeave)
            return Wrong("Du har orlov. Vil du stoppe, så tryk på linket i den mail, du fik om orloven, og sig nej dér.", "You are on leave. If you want to stop, press the link in the e-mail you got about the leave, and say no there.");
        var today = WallTime.LocalDate(services.Now);
        var day = today;
        if (lastDay.Trim().Length > 0 && !DateOnly.TryParseExact(lastDay.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return Wrong("Vi kan ikke læse datoen. Vælg den i kalenderen.", "We cannot read the date. Please pick it in the calendar.");
        if (day < today || day > DueDates.AddMonths(today, MostMonthsAhead))
            return Wrong("Vælg en dag fra i dag og et år frem.", "Please pick a day between today and a year from now.");

        // the volunteer first: whoever is noted without a farewell behind it asks again and gets it
        var wished = "s-" + Ids.Derive("volunteer-farewell", view.PersonId, view.Version);
        await volunteers.ChangeAsync(view.PersonId, volunteer => volunteer.FarewellId is null && volunteer.State == VolunteerState.Active ? volunteer with { FarewellId = wished } : null, cancellation);
        if ((await volunteers.GetAsync(view.PersonId, cancellation))?.Value.FarewellId is not { } id)
            return new LeaveResult.Stopped();
        var farewell = new VolunteerFarewell { Id = id, DepartmentId = view.Volunteer.DepartmentId, PersonId = view.PersonId, Created = services.Now, LastDay = day, Functions = view.Volunteer.Functions, Leaves = await left.OfAsync(view.PersonId, cancellation), State = FarewellState.Leaving };
        await services.Register.CommitAsync(book.Insert(farewell, "noted"), cancellation); // a conflict means that it was recorded before
        return new LeaveResult.Begun();
    }

    private static LeaveResult.Invalid Wrong(string danish, string english) => new([new FieldProblem("lastDay", danish, english)]);
}
