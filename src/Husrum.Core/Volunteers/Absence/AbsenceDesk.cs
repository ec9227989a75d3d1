using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Files;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Volunteers.Absence;

/// <summary>
/// A volunteer cannot come: fellow volunteers and coordinator are told as soon as possible (seed 000_bdc1a1e861ad6537). Holiday or internship: the coordinator is told,
/// and what we would remind of waits until they are home. Nobody asks why.
/// </summary>
public sealed class AbsenceDesk(LeaveDesk pages, VolunteerBook volunteers, CaseServices services)
{
    internal const string AbsentWord = "absent";
    internal const string AwayWord = "away";
    internal const string NotAwayWord = "not-away";

    /// <summary>The volunteer cannot come on some days. Told twice, it is told once.</summary>
    public async Task<AbsenceResult> TellAsync(string? token, string from, string until, CancellationToken cancellation = default)
    {
        if (await pages.ViewAsync(token, cancellation) is not { Volunteer.State: not VolunteerState.Stopped } view)
            return new AbsenceResult.Gone();
        var (days, problem) = AbsenceRules.Read(from, until, "absentFrom", "absentUntil", WallTime.LocalDate(services.Now));
        if (days is not null && days.Until > days.From.AddDays(AbsenceRules.MostDays - 1))
            problem = new FieldProblem("absentUntil", $"Er du væk i mere end {AbsenceRules.MostDays} dage, så skriv det som ferie eller praktik herunder.", $"If you are away for more than {AbsenceRules.MostDays} days, please write it as holiday or internship below.");
        if (problem is not null)
            return new AbsenceResult.Invalid([problem]);
        var fellows = await FellowsAsync(view, cancellation);

        // the messages first, each once by its key: there may be more of them than a batch holds
        await services.Notices.PutOnceAsync(Partitions.Person(view.PersonId), await MessagesAsync(view, days!, fellows, cancellation), cancellation);
        await volunteers.ChangeAsync(
            view.PersonId,
            (batch, volunteer) => Task.FromResult(volunteer.LastAbsence == days
                ? null
                : VolunteerBook.Note(batch, volunteer with { LastAbsence = days }, new TimelineLine(AbsentWord, services.Now, view.PersonId, AbsenceRules.Key(days!)))),
            cancellation);
        return new AbsenceResult.Told(days!, fellows.Count);
    }

    /// <summary>The volunteer is away for a time: holiday, internship.</summary>
    public async Task<AbsenceResult> GoAwayAsync(string? token, string from, string until, CancellationToken cancellation = default)
    {
        if (await pages.ViewAsync(token, cancellation) is not { Volunteer.State: not VolunteerState.Stopped } view)
            return new AbsenceResult.Gone();
        var (days, problem) = AbsenceRules.Read(from, until, "awayFrom", "awayUntil", WallTime.LocalDate(services.Now));
        if (days is not null && days.Until > DueDates.AddMonths(days.From, AbsenceRules.MostMonths))
            problem = new FieldProblem("awayUntil", $"Er du væk i mere end {AbsenceRules.MostMonths} måneder, så tag orlov. Det kan du nederst på siden.", $"If you are away for more than {AbsenceRules.MostMonths} months, please take a leave. You can do that further down.");
        if (problem is not null)
            return new AbsenceResult.Invalid([problem]);
        await ChangeAsync(view, AwayWord, days!, periods => periods.With(days!, WallTime.LocalDate(services.Now)), cancellation);
        return new AbsenceResult.Told(days!, 0);
    }

    /// <summary>A time away is not to be after all, or is over before its end.</summary>
    public async Task<AbsenceResult> ComeBackAsync(string? token, string from, CancellationToken cancellation = default)
    {
        if (await pages.ViewAsync(token, cancellation) is not { } view)
            return new AbsenceResult.Gone();
        if (TypedDate.TryRead(from, out var day) && (await AwayPeriods.OfAsync(services.Register, view.PersonId, cancellation)).Periods.FirstOrDefault(p => p.From == day) is { } period)
            await ChangeAsync(view, NotAwayWord, period, periods => periods.Without(day), cancellation);
        return new AbsenceResult.Told(new Away(day, day), 0);
    }

    private Task<bool> ChangeAsync(VolunteerView view, string word, Away days, Func<AwayPeriods, AwayPeriods> change, CancellationToken cancellation) => volunteers.ChangeAsync(
        view.PersonId,
        async (batch, volunteer) =>
        {
            var stored = await services.Register.GetAsync<AwayPeriods>(batch.Partition, AwayPeriods.Row, cancellation);
            var old = stored?.Value ?? AwayPeriods.None;
            var next = change(old);
            if (next.Periods.SequenceEqual(old.Periods))
                return null;
            if (stored is null)
                batch.Insert(AwayPeriods.Row, next);
            else
                batch.Replace(AwayPeriods.Row, next, stored.ETag);
            if (word == AwayWord)
            {
                foreach (var staff in await services.CoordinatorsAsync(volunteer.DepartmentId, view.PersonId, cancellation))
                    services.Notices.Add(batch, VolunteerNotices.To(view.PersonId, staff, AbsenceMessages.Away, $"{AwayWord}-{AbsenceRules.Key(days)}", services.Now, ("person", view.Name), ("when", AbsenceRules.Words(days).In(staff.Person.Language))));
            }

            return VolunteerBook.Note(batch, volunteer, new TimelineLine(word, services.Now, view.PersonId, AbsenceRules.Key(days)));
        },
        cancellation);

    private async Task<IReadOnlyList<PersonNotice>> MessagesAsync(VolunteerView view, Away days, IReadOnlyList<Reachable> fellows, CancellationToken cancellation)
    {
        (string, string)[] Fields(string language) =>
        [
            ("person", view.Name),
            ("when", AbsenceRules.Words(days).In(language)),
            ("brief", DateWords.Short(days.From, language)),
            ("functions", string.Join(", ", view.Volunteer.Functions.Select(f => FunctionWords.Name(services.Organisation, f).In(language)))),
        ];
        PersonNotice To(Reachable reader, string template, NoticeLink page, params (string, string)[] fields) =>
            VolunteerNotices.To(view.PersonId, reader, template, $"{AbsentWord}-{AbsenceRules.Key(days)}", services.Now, fields) with
            {
                Date = days.From,
                Links = [("page", page)],
                Way = AbsenceRules.IsSoon(days, WallTime.LocalDate(services.Now)) ? NoticeWay.EmailAndSms : NoticeWay.Email,
            };

        var staff = (await services.CoordinatorsAsync(view.Volunteer.DepartmentId, view.PersonId, cancellation)).Where(s => fellows.All(f => f.Person.Id != s.Person.Id));
        return
        [
            .. fellows.Select(fellow => To(fellow, AbsenceMessages.Fellow, new NoticeLink(VolunteerBook.Page, VolunteerBook.TokenIdOf(fellow.Person.Id)), Fields(fellow.Person.Language))),
            .. staff.Select(one => To(one, AbsenceMessages.Staff, new NoticeLink($"{VolunteerFiles.StaffPage}/{view.PersonId}"), [.. Fields(one.Person.Language), ("told", fellows.Count.ToString(CultureInfo.InvariantCulture))])),
        ];
    }

    // at work in the same department, with at least one function in common
    private async Task<IReadOnlyList<Reachable>> FellowsAsync(VolunteerView view, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var (personId, other) in volunteers.OfAsync(view.Volunteer.DepartmentId, cancellation))
        {
            if (personId != view.PersonId && other.State == VolunteerState.Active && other.Functions.Intersect(view.Volunteer.Functions, StringComparer.Ordinal).Any())
                ids.Add(personId);
        }

        return await services.ReachAsync(ids, cancellation);
    }
}

/// <summary>What came of telling.</summary>
public abstract record AbsenceResult
{
    /// <summary>It is told, now or before.</summary>
    /// <param name="Days">Which days.</param>
    /// <param name="Fellows">How many fellow volunteers.</param>
    public sealed record Told(Away Days, int Fellows) : AbsenceResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : AbsenceResult;

    /// <summary>The link does not work, or the volunteer has stopped.</summary>
    public sealed record Gone : AbsenceResult;
}
