using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>Functions added and ended after the approval: by the volunteer on their own page, or by staff.</summary>
public sealed class FunctionDesk(CaseBook<FunctionRequest> book, LeaveDesk pages, VolunteerBook volunteers, CaseServices services)
{
    internal const string AskedWord = "asked";
    internal const string OfferedWord = "offered";
    internal const string EndedWord = "function-ended";

    /// <summary>A volunteer asks for a further function. Asked twice while it is under way, it is one request.</summary>
    /// <param name="token">From the link to their own page.</param>
    /// <param name="functionId">Which.</param>
    /// <param name="birthDate">ISO date, as typed; needed where the function has an age rule and we do not know it.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FunctionResult> AskAsync(string? token, string functionId, string birthDate, CancellationToken cancellation = default) =>
        await pages.ViewAsync(token, cancellation) is { } view ? await BeginAsync(view.PersonId, functionId, birthDate, null, cancellation) : new FunctionResult.Gone();

    /// <summary>Staff offer a volunteer a further function; the volunteer is asked.</summary>
    public async Task<FunctionResult> OfferAsync(string personId, string functionId, string birthDate, string staffId, CancellationToken cancellation = default) =>
        await LooksAfterAsync(staffId, personId, cancellation) ? await BeginAsync(personId, functionId, birthDate, staffId, cancellation) : new FunctionResult.Gone();

    /// <summary>A volunteer gives a function back; the coordinators are told.</summary>
    public async Task<FunctionResult> EndAsync(string? token, string functionId, CancellationToken cancellation = default) =>
        await pages.ViewAsync(token, cancellation) is { } view ? await EndAsync(view.PersonId, functionId, null, cancellation) : new FunctionResult.Gone();

    /// <summary>Staff end a function of a volunteer, as agreed with them; the volunteer is told.</summary>
    public async Task<FunctionResult> EndByStaffAsync(string personId, string functionId, string staffId, CancellationToken cancellation = default) =>
        await LooksAfterAsync(staffId, personId, cancellation) ? await EndAsync(personId, functionId, staffId, cancellation) : new FunctionResult.Gone();

    private async Task<FunctionResult> BeginAsync(string personId, string functionId, string birthDate, string? staffId, CancellationToken cancellation)
    {
        if (await volunteers.GetAsync(personId, cancellation) is not { Value: { State: not VolunteerState.Stopped } volunteer } stored)
            return new FunctionResult.Gone();
        if (services.Organisation.Volunteering?.Function(functionId) is not { } function)
            return Wrong("function", "Vælg en funktion.", "Please choose a function.");
        if (volunteer.Functions.Contains(functionId, StringComparer.Ordinal))
            return new FunctionResult.Done();
        var today = WallTime.LocalDate(services.Now);
        if (AgeProblem(function, volunteer.BirthDate, birthDate, today, out var birth) is { } problem)
            return new FunctionResult.Invalid([problem]);
        if (birth is not null && volunteer.BirthDate is null)
            await volunteers.ChangeAsync(personId, v => v.BirthDate is null ? v with { BirthDate = birth } : null, cancellation);

        // as many requests have been carried out, so many were made before: the same wish twice is one
        var id = "n-" + Ids.Derive("volunteer-function", personId, functionId, await AttemptAsync(personId, functionId, cancellation));
        var request = new FunctionRequest
        {
            Id = id,
            DepartmentId = stored.Value.DepartmentId,
            PersonId = personId,
            Created = services.Now,
            FunctionId = functionId,
            OfferedBy = staffId,
            State = FunctionState.Offered,
            Certificates = FunctionRules.Missing(volunteer, function, today),
        };
        var batch = book.Insert(staffId is null ? FunctionRules.Settle(request) : request, staffId is null ? AskedWord : OfferedWord);
        if (staffId is null && await services.People.ReachAsync(personId, cancellation) is { Email: not null } person)
            services.Notices.Add(batch, CaseNotices.To(request, person, FunctionMessages.Asked, "asked", today, services.Now, [new("function", function.Name.In(person.Person.Language))], atOnce: true, CaseNotices.Status(request, personId)));
        await services.Register.CommitAsync(batch, cancellation); // a conflict means that it was recorded before
        return new FunctionResult.Done();
    }

    // the number of requests of theirs for it that are closed: an open one gives the same id again
    private async Task<string> AttemptAsync(string personId, string functionId, CancellationToken cancellation)
    {
        var closed = 0;
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (place.Value.Process == book.Name && await book.GetAsync(place.Value.CaseId, cancellation) is { Value: { IsClosed: true } earlier } && earlier.FunctionId == functionId)
                closed++;
        }

        return closed.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<FunctionResult> EndAsync(string personId, string functionId, string? staffId, CancellationToken cancellation)
    {
        FunctionResult result = new FunctionResult.Done();
        await volunteers.ChangeAsync(
            personId,
            async (batch, volunteer) =>
            {
                result = new FunctionResult.Done();
                if (!volunteer.Functions.Contains(functionId, StringComparer.Ordinal))
                    return null;
                if (volunteer.Functions.Count == 1)
                {
                    result = Wrong("end", "Det er den eneste funktion. Tilføj en anden først, eller stop helt som frivillig.", "It is the only function. Add another one first, or stop as a volunteer altogether.");
                    return null;
                }

                await TellAsync(batch, personId, volunteer, functionId, staffId, cancellation);
                return VolunteerBook.Note(batch, volunteer with { Functions = [.. volunteer.Functions.Where(f => f != functionId)] }, new TimelineLine(EndedWord, services.Now, staffId ?? personId, functionId));
            },
            cancellation);
        return result;
    }

    private async Task TellAsync(RegisterBatch batch, string personId, Volunteer volunteer, string functionId, string? staffId, CancellationToken cancellation)
    {
        if (await services.People.ReachAsync(personId, cancellation) is not { } person)
            return;
        var name = FunctionWords.Name(services.Organisation, functionId);
        var step = $"{EndedWord}-{functionId}-{volunteer.TimelineCount}";
        if (staffId is not null)
        {
            services.Notices.Add(batch, VolunteerNotices.To(personId, person, FunctionMessages.Ended, step, services.Now, ("function", name.In(person.Person.Language))));
            return;
        }

        foreach (var staff in await services.CoordinatorsAsync(volunteer.DepartmentId, personId, cancellation))
            services.Notices.Add(batch, VolunteerNotices.To(personId, staff, FunctionMessages.EndedForStaff, step, services.Now, ("person", person.Person.Name), ("function", name.In(staff.Person.Language))));
    }

    private async Task<bool> LooksAfterAsync(string staffId, string personId, CancellationToken cancellation) =>
        await volunteers.GetAsync(personId, cancellation) is { } volunteer && await services.Staff.GetAsync(staffId, cancellation) is { } staff && staff.Value.LooksAfter(volunteer.Value.DepartmentId);

    private static FieldProblem? AgeProblem(VolunteerFunction function, DateOnly? known, string typed, DateOnly today, out DateOnly? birth)
    {
        birth = known;
        if (function.MinimumAge == 0)
            return null;
        if (birth is null && DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read < today)
            birth = read;
        if (birth is not { } date)
            return new FieldProblem("birthDate", "Skriv fødselsdatoen. Der er en aldersgrænse for den funktion.", "Please write the date of birth. That function has an age limit.");
        return FunctionRules.TooYoung(function, date, today) is { } tooYoung ? FieldProblem.At("function", tooYoung) : null;
    }

    private static FunctionResult.Invalid Wrong(string field, string danish, string english) => new([new FieldProblem(field, danish, english)]);
}

/// <summary>What came of asking for a function, or of ending one.</summary>
public abstract record FunctionResult
{
    /// <summary>It is recorded, now or before.</summary>
    public sealed record Done : FunctionResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : FunctionResult;

    /// <summary>The link does not work, the volunteer has stopped, or is not theirs to look after.</summary>
    public sealed record Gone : FunctionResult;
}
