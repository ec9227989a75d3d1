using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Volunteers.Ending;

/// <summary>
/// Staff record that a volunteer's work was ended, after the conversation in which it was (seed 000_bdc1a1e861ad6537: very rare, and closed well for both).
/// Nothing is sent before; afterwards the one message they choose to send, or none.
/// </summary>
public sealed class TerminationDesk(CaseBook<VolunteerFarewell> farewells, CaseBook<VolunteerLeave> leaves, VolunteerBook volunteers, LeftBehindReader left, CaseServices services)
{
    /// <summary>The word of the message's choice that sends it.</summary>
    public const string Send = "send";

    /// <summary>The word of the choice that sends none.</summary>
    public const string None = "none";

    internal const string Word = "terminated";

    private const int MostDaysBack = 60;

    /// <summary>Records it. Recorded twice, it is once.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="staffId">The staff member who held the conversation, or knows that it was held.</param>
    /// <param name="talkedOn">The day of the conversation, ISO date as typed; not in the future.</param>
    /// <param name="held">True where they have ticked that it was held.</param>
    /// <param name="message"><see cref="Send"/> or <see cref="None"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<TerminationResult> RecordAsync(string personId, string staffId, string talkedOn, bool held, string message, CancellationToken cancellation = default)
    {
        if (await volunteers.GetAsync(personId, cancellation) is not { } stored || await services.Staff.GetAsync(staffId, cancellation) is not { } staff || !staff.Value.LooksAfter(stored.Value.DepartmentId))
            return new TerminationResult.Gone();
        if (stored.Value.State == VolunteerState.Stopped)
            return new TerminationResult.Done();
        if (Problems(talkedOn, held, message, WallTime.LocalDate(services.Now), out var day) is { Count: > 0 } problems)
            return new TerminationResult.Invalid(problems);

        // the volunteer first, as with every farewell: one who is noted without a case behind it gets it when it is recorded again
        var wished = stored.Value.FarewellId ?? "s-" + Ids.Derive("volunteer-farewell", personId, stored.ETag);
        await volunteers.ChangeAsync(personId, volunteer => volunteer.FarewellId is null && volunteer.State != VolunteerState.Stopped ? volunteer with { FarewellId = wished } : null, cancellation);
        var noted = (await volunteers.GetAsync(personId, cancellation))?.Value;
        if (noted?.FarewellId is not { } id)
            return new TerminationResult.Done();
        await InsertAsync(id, personId, noted, day, staffId, message, cancellation);
        await farewells.SettleAsync(id, cancellation);
        if (noted.LeaveId is { } leave)
            await leaves.MoveAsync(leave, VolunteerEnding.StoppedWord, staffId, l => l with { State = LeaveState.Ended, EndedOn = day }, cancellation);
        return new TerminationResult.Done();
    }

    private async Task InsertAsync(string id, string personId, Volunteer volunteer, DateOnly day, string staffId, string message, CancellationToken cancellation)
    {
        var person = await services.People.ReachAsync(personId, cancellation);
        var farewell = new VolunteerFarewell
        {
            Id = id,
            DepartmentId = volunteer.DepartmentId,
            PersonId = personId,
            Created = services.Now,
            LastDay = day,
            Functions = volunteer.Functions,
            Leaves = await left.OfAsync(personId, cancellation),
            State = FarewellState.Stopped,
            Terminated = true,
        };
        if (await farewells.MoveAsync(id, Word, staffId, f => f.State == FarewellState.Leaving ? f with { State = FarewellState.Stopped, Terminated = true, LastDay = day } : null, cancellation) || await farewells.GetAsync(id, cancellation) is not null)
        {
            if (message == Send && person is { Email: not null })
                await services.Notices.PutOnceAsync(FarewellProcess.Prefix + id, [Message(farewell, person, day)], cancellation);
            return;
        }

        var batch = farewells.Insert(farewell, Word);
        if (message == Send && person is { Email: not null })
            services.Notices.Add(batch, Message(farewell, person, day));
        await services.Register.CommitAsync(batch, cancellation); // a conflict means that it was recorded before
    }

    private Messages.PersonNotice Message(VolunteerFarewell farewell, People.Reachable person, DateOnly day) =>
        CaseNotices.To(farewell, person, FarewellMessages.Terminated, Word, day, services.Now, [new("talked", DateWords.Long(day, person.Person.Language))], atOnce: false);

    private static List<FieldProblem> Problems(string talkedOn, bool held, string message, DateOnly today, out DateOnly day)
    {
        var problems = new List<FieldProblem>();
        if (!TypedDate.TryRead(talkedOn, out day))
            problems.Add(new("talkedOn", "Vælg den dag, I talte sammen.", "Please pick the day on which you talked."));
        else if (day > today)
            problems.Add(new("talkedOn", "Samtalen skal være holdt først. Kom tilbage bagefter.", "The conversation must be held first. Please come back afterwards."));
        else if (day < today.AddDays(-MostDaysBack))
            problems.Add(new("talkedOn", "Det er for længe siden. Vælg en dag inden for de sidste 60 dage.", "That is too long ago. Please pick a day within the last 60 days."));
        if (!held)
            problems.Add(new("held", "Sæt kryds, når samtalen er holdt.", "Tick the box when the conversation has been held."));
        if (message is not (Send or None))
            problems.Add(new("message", "Vælg, om der skal sendes en besked.", "Please choose whether a message is to be sent."));
        return problems;
    }
}

/// <summary>What came of recording it.</summary>
public abstract record TerminationResult
{
    /// <summary>It is recorded, now or before.</summary>
    public sealed record Done : TerminationResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : TerminationResult;

    /// <summary>There is no such volunteer, or not theirs to look after.</summary>
    public sealed record Gone : TerminationResult;
}
