using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>A volunteer asks for leave, by their own link.</summary>
public sealed class LeaveDesk(CaseBook<VolunteerLeave> book, VolunteerBook volunteers, CaseServices services)
{
    /// <summary>The volunteer behind a link; null where it does not work.</summary>
    public async Task<VolunteerView?> ViewAsync(string? token, CancellationToken cancellation = default)
    {
        if (await services.Links.ResolveAsync(token, LinkPurpose.Volunteer, cancellation) is not { Value.PersonId: { } personId } || await volunteers.GetAsync(personId, cancellation) is not { } volunteer)
            return null;
        var person = await services.People.ReachAsync(personId, cancellation);
        return new VolunteerView(personId, person?.Person.Name ?? "", person?.Person.Language ?? "da", volunteer.Value, volunteer.ETag);
    }

    /// <summary>Records a leave and starts its process. Asked twice, it is recorded once.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="first">ISO date, as typed.</param>
    /// <param name="last">ISO date, as typed; empty for as long as it may be.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<LeaveResult> AskAsync(string? token, string first, string last, CancellationToken cancellation = default)
    {
        if (await ViewAsync(token, cancellation) is not { } view)
            return new LeaveResult.Gone();
        if (view.Volunteer.State == VolunteerState.Stopped)
            return new LeaveResult.Stopped();
        if (view.Volunteer.LeaveId is { } begun && await book.GetAsync(begun, cancellation) is not null)
            return new LeaveResult.Begun();
        if (view.Volunteer.FarewellId is not null)
            return new LeaveResult.Invalid([new FieldProblem("from", "Du har sagt, at du stopper. Har du ombestemt dig, så tryk først på linket i den mail, du fik om det.", "You have said that you are stopping. If you have changed your mind, first press the link in the e-mail you got about it.")]);
        var today = WallTime.LocalDate(services.Now);
        if (Problems(first, last, today, out var from, out var until) is { Count: > 0 } problems)
            return new LeaveResult.Invalid(problems);

        // the volunteer first: whoever is noted as away without a leave behind it asks again and gets it
        var wished = "o-" + Ids.Derive("volunteer-leave", view.PersonId, view.Version);
        await volunteers.ChangeAsync(view.PersonId, volunteer => volunteer is { State: VolunteerState.Active, FarewellId: null } ? volunteer with { State = VolunteerState.OnLeave, LeaveId = wished } : null, cancellation);
        if ((await volunteers.GetAsync(view.PersonId, cancellation))?.Value.LeaveId is not { } id)
            return new LeaveResult.Stopped();
        var leave = new VolunteerLeave { Id = id, DepartmentId = view.Volunteer.DepartmentId, PersonId = view.PersonId, Created = services.Now, From = from, Until = until, State = LeaveState.Away };
        await services.Register.CommitAsync(book.Insert(leave, "arranged"), cancellation); // a conflict means that it was recorded before
        return new LeaveResult.Begun();
    }

    private static List<FieldProblem> Problems(string first, string last, DateOnly today, out DateOnly from, out DateOnly until)
    {
        var problems = new List<FieldProblem>();
        until = default;
        if (!Read(first, out from))
            problems.Add(new("from", "Vælg orlovens første dag.", "Please pick the first day of the leave."));
        else if (last.Trim().Length == 0)
            until = LeaveRules.LastDay(from);
        else if (!Read(last, out until))
            problems.Add(new("until", "Vi kan ikke læse datoen. Vælg den i kalenderen.", "We cannot read the date. Please pick it in the calendar."));
        if (problems.Count == 0 && LeaveRules.Problem(from, until, today) is { } wrong)
            problems.Add(FieldProblem.At(from < today ? "from" : "until", wrong));
        return problems;
    }

    private static bool Read(string text, out DateOnly date) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}

/// <summary>A volunteer as their own page has them.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Name.</param>
/// <param name="Language">Theirs.</param>
/// <param name="Volunteer">What they are.</param>
/// <param name="Version">Changes with every change of it: what is asked for on the same version twice is one thing.</param>
public sealed record VolunteerView(string PersonId, string Name, string Language, Volunteer Volunteer, string Version);

/// <summary>What came of asking for leave.</summary>
public abstract record LeaveResult
{
    /// <summary>It is recorded, now or before.</summary>
    public sealed record Begun : LeaveResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : LeaveResult;

    /// <summary>The volunteer has stopped.</summary>
    public sealed record Stopped : LeaveResult;

    /// <summary>The link does not work.</summary>
    public sealed record Gone : LeaveResult;
}
